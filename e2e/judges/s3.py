"""A store that speaks S3, for tests: moto's, behind a check of every signature by botocore, Amazon's own library.

Prints its address once it listens, with one bucket in it, `essai`. Stops when its standard input is closed: with the test.
"""

import datetime
import hmac
import sys
import threading
import urllib.parse

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.moto_server.werkzeug_app import create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import Client

KEY, SECRET, REGION = "CLE-D-ESSAI", "secret-d-essai", "essai-1"
BUCKET = "essai"


def query_of(environ):
    pairs = urllib.parse.parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    return dict(pairs)


def refusal(environ):
    """The word of what is wrong with the signature of a request; None where it is right."""
    given = query_of(environ)
    signature = given.pop("X-Amz-Signature", "")
    parts = given.get("X-Amz-Credential", "").split("/")
    if parts[0] != KEY:
        return "InvalidAccessKeyId"
    if len(parts) != 5 or parts[2:4] != [REGION, "s3"]:
        return "AuthorizationQueryParametersError"
    signed = datetime.datetime.strptime(given["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.timezone.utc)
    age = (datetime.datetime.now(datetime.timezone.utc) - signed).total_seconds()
    if not -900 <= age <= int(given["X-Amz-Expires"]):
        return "AccessDenied"
    address = f"http://{environ['HTTP_HOST']}{environ['PATH_INFO']}"
    request = AWSRequest(method=environ["REQUEST_METHOD"], url=f"{address}?{urllib.parse.urlencode(given, quote_via=urllib.parse.quote)}")
    request.headers["host"] = environ["HTTP_HOST"]
    request.context["timestamp"] = given["X-Amz-Date"]
    judge = S3SigV4QueryAuth(Credentials(KEY, SECRET), "s3", REGION)
    expected = judge.signature(judge.string_to_sign(request, judge.canonical_request(request)), request)
    return None if hmac.compare_digest(expected, signature) else "SignatureDoesNotMatch"


class Checked:
    """The store, for whoever signs."""

    def __init__(self, store):
        self.store = store

    def __call__(self, environ, start):
        word = refusal(environ)
        if word is None:
            return self.store(environ, start)
        body = f'<?xml version="1.0"?><Error><Code>{word}</Code></Error>'.encode()
        start("403 Forbidden", [("Content-Type", "application/xml"), ("Content-Length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


class Silent(WSGIRequestHandler):
    def log(self, kind, message, *arguments):
        pass


def main():
    store = create_backend_app("s3")
    Client(store).put(f"/{BUCKET}", headers={"Host": "127.0.0.1"})
    server = make_server("127.0.0.1", 0, Checked(store), threaded=True, request_handler=Silent)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
