# POST /register_user
curl 'http://127.0.0.1:5080/register_user' -d email=eve@example.com --data-urlencode 'password=correct horse 7!'

# POST /signin, as a browser does: with its cookies, here in cookies.txt, and the hidden field of the page's form
rm -f cookies.txt
form() { curl -s -b cookies.txt -c cookies.txt "$1" | sed -nE 's/.*name="__RequestVerificationToken" value="([^"]+)".*/\1/p' | head -1; }
curl -b cookies.txt -c cookies.txt 'http://127.0.0.1:5080/signin' -d identifier=eve@example.com --data-urlencode 'password=correct horse 7!' --data-urlencode "__RequestVerificationToken=$(form 'http://127.0.0.1:5080/signin')"

# GET /authorize sends the browser back to the client with a code
code() { curl -s -b cookies.txt -o /dev/null -w '%{redirect_url}' "$1" | sed -nE 's/.*[?&]code=([^&]+).*/\1/p'; }
CODE=$(code 'http://127.0.0.1:5080/authorize?response_type=code&client_id=quickstart&redirect_uri=http://127.0.0.1/callback&scope=openid%20offline_access')

# POST /token with the code
curl 'http://127.0.0.1:5080/token' -d grant_type=authorization_code -d "code=$CODE" -d redirect_uri=http://127.0.0.1/callback -d client_id=quickstart -d client_secret=quickstart-secret-for-development | save

# POST /token with a refresh token
curl 'http://127.0.0.1:5080/token' -d grant_type=refresh -d "refresh_token=$(token refresh_token)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development | save
curl 'http://127.0.0.1:5080/token' -d grant_type=refresh_token -d "refresh_token=$(token refresh_token)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development | save

# POST /api
curl 'http://127.0.0.1:5080/api' -d "access_token=$(token access_token)"

# GET and POST /userinfo
curl 'http://127.0.0.1:5080/userinfo' -H "Authorization: Bearer $(token access_token)"
curl 'http://127.0.0.1:5080/userinfo' -d "access_token=$(token access_token)"

# POST /introspect
curl 'http://127.0.0.1:5080/introspect' -d "token=$(token access_token)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development

# POST /revoke
curl 'http://127.0.0.1:5080/revoke' -d "token=$(token refresh_token)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development

# POST /par, and the code that the pushed request leads to
curl 'http://127.0.0.1:5080/par' -d response_type=code -d client_id=quickstart -d client_secret=quickstart-secret-for-development -d redirect_uri=http://127.0.0.1/callback -d scope=openid | save
CODE=$(code "http://127.0.0.1:5080/authorize?client_id=quickstart&request_uri=$(token request_uri)")
curl 'http://127.0.0.1:5080/token' -d grant_type=authorization_code -d "code=$CODE" -d redirect_uri=http://127.0.0.1/callback -d client_id=quickstart -d client_secret=quickstart-secret-for-development

# POST /device_authorization: a device asks
curl 'http://127.0.0.1:5080/device_authorization' -d client_id=quickstart -d client_secret=quickstart-secret-for-development -d scope=openid | save

# POST /device: the user lets it in
curl -b cookies.txt -c cookies.txt 'http://127.0.0.1:5080/device' -d "user_code=$(token user_code)" -d decision=allow --data-urlencode "__RequestVerificationToken=$(form 'http://127.0.0.1:5080/device')"

# POST /token: the device has its tokens
curl 'http://127.0.0.1:5080/token' -d grant_type=urn:ietf:params:oauth:grant-type:device_code -d "device_code=$(token device_code)" -d client_id=quickstart -d client_secret=quickstart-secret-for-development

# POST /token in the client's own name
curl 'http://127.0.0.1:5080/token' -d grant_type=client_credentials -d client_id=quickstart -d client_secret=quickstart-secret-for-development

# POST /register_client
curl 'http://127.0.0.1:5080/register_client' -d client_id=shop-NUMBER -d client_secret=a-secret-of-at-least-32-characters -d redirect_uri=https://shop.example/callback

# POST /register
curl 'http://127.0.0.1:5080/register' -H 'Content-Type: application/json' -d '{"client_name":"Shop","redirect_uris":["https://shop.example/callback"]}'

# GET /.well-known/openid-configuration, and its other name
curl 'http://127.0.0.1:5080/.well-known/openid-configuration'
curl 'http://127.0.0.1:5080/.well-known/oauth-authorization-server'
