# Once, in the shell that you try them in
save() { tee reply.new && mv reply.new reply.json; }
token() { sed -nE "s/.*\"$1\":\"([^\"]+)\".*/\1/p" reply.json; }
digits() { until digits=$(grep -shA 20 -F "To: $1" 'OUTBOX'/*.eml | sed -nE 's/.*[?&]code=([0-9]+).*/\1/p' | tail -1) && [ -n "$digits" ]; do sleep 1; done; echo "$digits"; }
mailed() { until token=$(grep -shA 20 -F "To: $1" 'OUTBOX'/*.eml | sed -nE 's/.*reset-password[?]token=([^&]+).*/\1/p' | head -1) && [ -n "$token" ]; do sleep 1; done; echo "$token"; }
