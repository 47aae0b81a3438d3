# POST /api/auth/register
curl -i 'http://127.0.0.1:5080/api/auth/register' -H 'Content-Type: application/json' -d '{"email":"dora@example.com","password":"correct horse 7!","db":{"connectionString":"demo","keyIdentifier":"SQLITE"}}'

# POST /api/auth/login
curl 'http://127.0.0.1:5080/api/auth/login' -H 'Content-Type: application/json' -d '{"email":"dora@example.com","password":"correct horse 7!"}' | save

# POST /api/auth/refresh
curl 'http://127.0.0.1:5080/api/auth/refresh' -H 'Content-Type: application/json' -d "{\"token\":\"$(token token)\",\"refreshToken\":\"$(token refreshToken)\"}" | save

# GET /me, this host's own
curl 'http://127.0.0.1:5080/me' -H "Authorization: Bearer $(token token)"
