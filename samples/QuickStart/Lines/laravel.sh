# POST /api/v1/register
curl 'http://127.0.0.1:5080/api/v1/register' -H 'Content-Type: application/json' -d '{"name":"Bert","email":"bert@example.com","password":"correct horse 7!"}'

# POST /api/v1/login
curl 'http://127.0.0.1:5080/api/v1/login' -H 'Content-Type: application/json' -d '{"email":"bert@example.com","password":"correct horse 7!"}' | save

# GET /api/v1/user
curl 'http://127.0.0.1:5080/api/v1/user' -H "Authorization: Bearer $(token access_token)"

# PUT /api/v1/user/profile-information
curl -X PUT 'http://127.0.0.1:5080/api/v1/user/profile-information' -H "Authorization: Bearer $(token access_token)" -H 'Content-Type: application/json' -d '{"name":"Bertold","email":"bert@example.com"}'

# PUT /api/v1/user/password
curl -X PUT 'http://127.0.0.1:5080/api/v1/user/password' -H "Authorization: Bearer $(token access_token)" -H 'Content-Type: application/json' -d '{"current_password":"correct horse 7!","password":"another horse 8!","password_confirmation":"another horse 8!"}'

# POST /api/v1/token/refresh
curl 'http://127.0.0.1:5080/api/v1/token/refresh' -H 'Content-Type: application/json' -d "{\"refresh_token\":\"$(token refresh_token)\"}" | save

# GET /me, this host's own
curl 'http://127.0.0.1:5080/me' -H "Authorization: Bearer $(token access_token)"

# POST /api/v1/logout
curl 'http://127.0.0.1:5080/api/v1/logout' -H "Authorization: Bearer $(token access_token)" -H 'Content-Type: application/json' -d "{\"token\":\"$(token refresh_token)\"}"

# POST /api/v1/password/email
curl 'http://127.0.0.1:5080/api/v1/password/email' -H 'Content-Type: application/json' -d '{"email":"bert@example.com"}'

# POST /api/v1/password/reset
curl 'http://127.0.0.1:5080/api/v1/password/reset' -H 'Content-Type: application/json' -d "{\"token\":\"$(mailed bert@example.com)\",\"email\":\"bert@example.com\",\"password\":\"a third horse 9!\"}"
