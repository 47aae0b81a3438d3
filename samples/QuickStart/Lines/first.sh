# Once, in the shell that you try them in
save() { tee reply.new && mv reply.new reply.json; }
token() { sed -nE "s/.*\"$1\":\"([^\"]+)\".*/\1/p" reply.json; }
mailed() { until token=$(grep -shA 20 -F "To: $1" 'OUTBOX'/*.eml | sed -nE 's/.*[?&]token=([^&]+).*/\1/p' | head -1) && [ -n "$token" ]; do sleep 1; done; echo "$token"; }
