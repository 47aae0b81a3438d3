"""The server under test, and what the scripts here have in common.

usage of each: python3 CLIENT.py ISSUER INITIAL_ACCESS_TOKEN
"""
import sys

import requests

ISSUER, INITIAL_ACCESS_TOKEN = sys.argv[1:]

# Where the browser is sent back to; nothing is there, and nothing is ever sent there.
REDIRECT_URI = "https://client.example/callback"

# A scope of the server's own.
API_SCOPE = "orders.read"


def discover():
    return requests.get(f"{ISSUER}/.well-known/openid-configuration", timeout=30).json()


def register_client(**metadata):
    """Registers a client (RFC 7591 §3)."""
    reply = requests.post(
        f"{ISSUER}/register",
        json={"client_name": "A client", **metadata},
        headers={"Authorization": f"Bearer {INITIAL_ACCESS_TOKEN}"},
        timeout=30,
    )
    assert reply.status_code == 201, reply.text
    return reply.json()


def works(what):
    """Says what has been seen to work."""
    print(f"works: {what}", flush=True)
