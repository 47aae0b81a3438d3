"""Authlib, as Debian has it."""
import os

# Authlib refuses http otherwise, on the loopback interface too.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import requests
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, JsonWebToken
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from authlib.oidc.core import CodeIDToken

from person import Person
from server import API_SCOPE, ISSUER, REDIRECT_URI, discover, register_client, works

SERVER = discover()
KEYS = JsonWebKey.import_key_set(requests.get(SERVER["jwks_uri"], timeout=30).json())


def main():
    person = Person()
    for method in ("client_secret_basic", "client_secret_post"):
        client = register_client(redirect_uris=[REDIRECT_URI], token_endpoint_auth_method=method)
        session = OAuth2Session(
            client["client_id"],
            client["client_secret"],
            token_endpoint_auth_method=method,
            revocation_endpoint_auth_method=method,
            scope="openid email offline_access",
            redirect_uri=REDIRECT_URI,
            code_challenge_method="S256",
        )
        sign_in(session, person, "RS256")
        refresh(session)
        introspect_and_revoke(session, method)

    keys = JsonWebKey.generate_key("EC", "P-256", {"kid": "one"}, is_private=True)
    client = register_client(
        redirect_uris=[REDIRECT_URI],
        token_endpoint_auth_method="private_key_jwt",
        id_token_signed_response_alg="ES256",
        jwks={"keys": [keys.as_dict(is_private=False)]},
    )
    session = OAuth2Session(
        client["client_id"],
        keys,
        # What it calls the token endpoint is the assertion's audience, which is the issuer (FAPI 2.0 §5.3.2.1).
        token_endpoint_auth_method=PrivateKeyJWT(SERVER["issuer"], alg="ES256"),
        scope="openid email offline_access",
        redirect_uri=REDIRECT_URI,
        code_challenge_method="S256",
    )
    sign_in(session, person, "ES256")
    refresh(session)
    works("private_key_jwt")

    client = register_client(grant_types=["client_credentials"], response_types=[], scope=API_SCOPE)
    session = OAuth2Session(client["client_id"], client["client_secret"], scope=API_SCOPE)
    assert session.fetch_token(SERVER["token_endpoint"], grant_type="client_credentials")["scope"] == API_SCOPE
    works("client credentials")


def sign_in(session, person, algorithm):
    verifier, nonce = generate_token(48), generate_token()
    address, state = session.create_authorization_url(SERVER["authorization_endpoint"], code_verifier=verifier, nonce=nonce)
    callback = person.authorize(address)
    token = session.fetch_token(SERVER["token_endpoint"], authorization_response=callback, state=state, code_verifier=verifier)
    claims = JsonWebToken([algorithm]).decode(
        token["id_token"],
        KEYS,
        claims_cls=CodeIDToken,
        claims_options={"iss": {"essential": True, "value": ISSUER}, "aud": {"essential": True, "value": session.client_id}},
        claims_params={"nonce": nonce, "client_id": session.client_id, "access_token": token["access_token"]},
    )
    claims.validate(leeway=30)
    info = session.get(SERVER["userinfo_endpoint"]).json()
    assert (info["sub"], info["email"]) == (claims["sub"], person.email), info
    works(f"code, PKCE, state, nonce, id token by {algorithm}, at_hash, userinfo")


def refresh(session):
    before = session.token["refresh_token"]
    assert session.refresh_token(SERVER["token_endpoint"])["refresh_token"] != before
    works("refresh")


def introspect_and_revoke(session, method):
    token = session.token["refresh_token"]
    assert session.introspect_token(SERVER["introspection_endpoint"], token=token).json()["active"] is True
    assert session.revoke_token(SERVER["revocation_endpoint"], token=token).status_code == 200
    assert session.introspect_token(SERVER["introspection_endpoint"], token=token).json() == {"active": False}
    try:
        session.refresh_token(SERVER["token_endpoint"], refresh_token=token)
        raise AssertionError("a revoked token was refreshed")
    except OAuthError as error:
        assert error.error == "invalid_grant", error
    works(f"introspection, revocation ({method})")


main()
