import base64
import hashlib
import hmac
import time

SECRET = "the secret set in Chatside"


def is_genuine(headers, body, secret=SECRET, tolerance=300):
    """headers: names in lower case; body: the raw bytes of the request, before any parsing."""
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > tolerance:
        return False
    key = secret.encode()
    if secret.startswith("whsec_"):
        key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(expected, one) for one in given)


def is_genuine_wazion(headers, body, secret=SECRET):
    """The same check with the signature earlier receivers know."""
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, headers.get("x-wazion-signature", ""))
