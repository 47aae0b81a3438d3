# Counts the test results in TRX files: prints "passed failed skipped", and on standard error why tests were skipped.
# TRX escapes every < of its texts, so each record is one tag and the text behind it.
BEGIN { RS = "<"; passed = failed = skipped = 0 }

/^UnitTestResult / {
    match($0, / outcome="[^"]*"/)
    outcome = substr($0, RSTART + 10, RLENGTH - 11)
    if (outcome == "Passed") passed++
    else if (outcome == "NotExecuted" || outcome == "Inconclusive") skipped++
    else failed++
}

/^Message>/ && (outcome == "NotExecuted" || outcome == "Inconclusive") {
    reason = substr($0, 9)
    gsub(/&#xD;|[[:space:]]+/, " ", reason)
    gsub(/&lt;/, "<", reason)
    gsub(/&gt;/, ">", reason)
    gsub(/&quot;/, "\"", reason)
    gsub(/&apos;/, "'", reason)
    gsub(/&amp;/, "\\&", reason)
    reasons[reason]++
}

/^\/UnitTestResult>/ { outcome = "" }

END {
    for (reason in reasons) printf "%d skipped: %s\n", reasons[reason], reason | "sort >&2"
    print passed, failed, skipped
}
