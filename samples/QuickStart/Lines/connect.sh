# POST /api/v1/authenticate/register
curl 'http://127.0.0.1:5080/api/v1/authenticate/register' -H 'Content-Type: application/json' -d '{"email":"anna@example.com","password":"correct horse 7!"}'

# POST /api/v1/authenticate/connect/token with a password
curl 'http://127.0.0.1:5080/api/v1/authenticate/connect/token' -d grant_type=password -d username=anna@example.com --data-urlencode 'password=correct horse 7!' -d client_id=quickstart -d client_secret=quickstart-secret-for-development -d 'scope=openid offline_access' | save

# POST /api/v1/authenticate/connect/token with a refresh token
curl 'http://127.0.0.1:5080/api/v1/authenticate/connect/token' -d grant_type=refresh_token -d "refresh_token=$(token refresh_token)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development | save

# GET /me, this host's own
curl 'http://127.0.0.1:5080/me' -H "Authorization: Bearer $(token access_token)"
