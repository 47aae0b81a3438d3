"""A person with a browser that knows HTML's forms, redirects and cookies, and nothing else: how the scripts here sign in."""
import uuid
from html.parser import HTMLParser
from urllib.parse import urljoin

import requests

from server import ISSUER


class Person:
    def __init__(self):
        self.email = f"anna.{uuid.uuid4()}@example.com"
        self.password = "correct horse 7!"
        self._browser = requests.Session()
        reply = requests.post(f"{ISSUER}/register_user", json={"email": self.email, "password": self.password, "firstname": "Anna"}, timeout=30)
        assert reply.status_code == 200, reply.text

    def authorize(self, address, decision="allow"):
        """Signs in where asked to, decides, and stops at the client's address."""
        address, form = self._follow(address, None)
        while form:
            filled_in = {"identifier": self.email, "password": self.password} if "password" in form.fields else {"decision": decision}
            address, form = self._follow(urljoin(address, form.action), {**form.fields, **filled_in})
        return address

    def _follow(self, address, fields):
        while address.startswith(ISSUER):
            reply = self._browser.request("POST" if fields else "GET", address, data=fields, allow_redirects=False, timeout=30)
            if "location" not in reply.headers:
                assert reply.status_code == 200, reply.text
                return address, Form.read(reply.text)
            address, fields = urljoin(address, reply.headers["location"]), None
        return address, None


class Form(HTMLParser):
    """The page's form."""

    def __init__(self):
        super().__init__()
        self.action, self.fields = None, {}

    @classmethod
    def read(cls, html):
        form = cls()
        form.feed(html)
        return form if form.action else None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.action = attributes["action"]
        elif tag in ("input", "button") and attributes.get("name"):
            self.fields[attributes["name"]] = attributes.get("value") or ""
