# POST /User/Register
curl 'http://127.0.0.1:5080/User/Register' -H 'Content-Type: application/json' -d '[{"Email":"cleo@example.com","Password":"correct horse 7!","FullName":"Cleo"}]'

# POST /User/Login
curl 'http://127.0.0.1:5080/User/Login' -H 'Content-Type: application/json' -d '[{"Email":"cleo@example.com","Password":"correct horse 7!"}]' | save

# POST /Token/Validate
curl 'http://127.0.0.1:5080/Token/Validate' -H 'Content-Type: application/json' -d "[{\"TokenID\":\"$(token TokenId)\"}]"

# GET /User/GetUser
curl 'http://127.0.0.1:5080/User/GetUser?email=cleo@example.com' -H "Authorization: Bearer $(token TokenId)"

# POST /User/UpdateUser
curl 'http://127.0.0.1:5080/User/UpdateUser' -H "Authorization: Bearer $(token TokenId)" -H 'Content-Type: application/json' -d '[{"Email":"cleo@example.com","FullName":"Cleopatra","Phone":"0123456789"}]'

# POST /User/UpdatePassword
curl 'http://127.0.0.1:5080/User/UpdatePassword' -H "Authorization: Bearer $(token TokenId)" -H 'Content-Type: application/json' -d '[{"Email":"cleo@example.com","OldPassword":"correct horse 7!","NewPassword":"another horse 8!"}]'

# POST /User/RequestResetPassword
curl 'http://127.0.0.1:5080/User/RequestResetPassword' -H 'Content-Type: application/json' -d '[{"Email":"cleo@example.com"}]'

# POST /User/ResetPassword
curl 'http://127.0.0.1:5080/User/ResetPassword' -H 'Content-Type: application/json' -d "[{\"Token\":\"$(mailed cleo@example.com)\",\"NewPassword\":\"a third horse 9!\"}]"

# GET and POST http://127.0.0.1:5080/User/LoginThirdParty?type=2&access_token=…, with a token that Google has issued for the application in AuthKit:External:Google (1 is Facebook)
