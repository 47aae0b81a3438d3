# POST /account/register
curl -i 'http://127.0.0.1:5080/account/register' -H 'Content-Type: application/json' -d '{"email":"finn@example.com","password":"correct horse 7!","name":"Finn"}'

# POST /account/login
curl 'http://127.0.0.1:5080/account/login' -H 'Content-Type: application/json' -d '{"email":"finn@example.com","password":"correct horse 7!"}' | save

# GET /account/me
curl 'http://127.0.0.1:5080/account/me' -H "Authorization: Bearer $(token accessToken)"

# PATCH /account/me
curl -X PATCH 'http://127.0.0.1:5080/account/me' -H "Authorization: Bearer $(token accessToken)" -H 'Content-Type: application/json' -d '{"phoneNumber":"+84 28 1234 5678"}'

# PUT /account/password
curl -i -X PUT 'http://127.0.0.1:5080/account/password' -H "Authorization: Bearer $(token accessToken)" -H 'Content-Type: application/json' -d '{"currentPassword":"correct horse 7!","newPassword":"another horse 8!"}'

# GET /account/me/external-logins
curl 'http://127.0.0.1:5080/account/me/external-logins' -H "Authorization: Bearer $(token accessToken)"

# POST /account/refresh
curl 'http://127.0.0.1:5080/account/refresh' -H 'Content-Type: application/json' -d "{\"refreshToken\":\"$(token refreshToken)\"}" | save

# POST http://127.0.0.1:5080/account/login/external, with a token of Google's or Facebook's

# GET /me, this host's own
curl 'http://127.0.0.1:5080/me' -H "Authorization: Bearer $(token accessToken)"

# POST /account/logout
curl -i -X POST 'http://127.0.0.1:5080/account/logout' -H "Authorization: Bearer $(token accessToken)"

# POST /account/password/forgot
curl -i 'http://127.0.0.1:5080/account/password/forgot' -H 'Content-Type: application/json' -d '{"email":"finn@example.com"}'

# POST /account/password/reset
curl -i 'http://127.0.0.1:5080/account/password/reset' -H 'Content-Type: application/json' -d "{\"token\":\"$(mailed finn@example.com)\",\"newPassword\":\"a third horse 9!\"}"

# POST /account/mailed-codes
curl 'http://127.0.0.1:5080/account/mailed-codes' -H 'Content-Type: application/json' -d '{"email":"finn@example.com"}' | save

# POST /account/mailed-codes/sign-in
curl 'http://127.0.0.1:5080/account/mailed-codes/sign-in' -H 'Content-Type: application/json' -d "{\"challenge\":\"$(token challenge)\",\"code\":\"$(digits finn@example.com)\"}" | save

# GET /account/two-factor
curl 'http://127.0.0.1:5080/account/two-factor' -H "Authorization: Bearer $(token accessToken)"

# POST /account/two-factor/authenticator
curl -X POST 'http://127.0.0.1:5080/account/two-factor/authenticator' -H "Authorization: Bearer $(token accessToken)"

# GET /account/passkeys
curl 'http://127.0.0.1:5080/account/passkeys' -H "Authorization: Bearer $(token accessToken)"

# POST /account/passkeys/options
curl -X POST 'http://127.0.0.1:5080/account/passkeys/options' -H "Authorization: Bearer $(token accessToken)"

# POST /account/api-keys
curl 'http://127.0.0.1:5080/account/api-keys' -H "Authorization: Bearer $(token accessToken)" -H 'Content-Type: application/json' -d '{"name":"Backup","scopes":["me.read"]}' | tee key.json

# GET /me/id, this host's own, by the key
curl 'http://127.0.0.1:5080/me/id' -H "Authorization: Bearer $(sed -nE 's/.*"key":"([^"]+)".*/\1/p' key.json)"

# GET /account/api-keys
curl 'http://127.0.0.1:5080/account/api-keys' -H "Authorization: Bearer $(token accessToken)"
# GET /account/devices
curl 'http://127.0.0.1:5080/account/devices' -H "Authorization: Bearer $(token accessToken)"

# POST /account/devices/end-others
curl -i -X POST 'http://127.0.0.1:5080/account/devices/end-others' -H "Authorization: Bearer $(token accessToken)"

# GET /account/connections
curl 'http://127.0.0.1:5080/account/connections' -H "Authorization: Bearer $(token accessToken)"

# GET /account/my-data
curl 'http://127.0.0.1:5080/account/my-data' -H "Authorization: Bearer $(token accessToken)"

# DELETE /account/my-data
curl -X DELETE 'http://127.0.0.1:5080/account/my-data' -H "Authorization: Bearer $(token accessToken)"
