import { createHmac, timingSafeEqual } from "node:crypto";

const SECRET = "the secret set in Chatside";

/** headers: as in request.headers, names in lower case; body: the raw bytes of the request, before any parsing. */
export function isGenuine(headers, body, secret = SECRET, tolerance = 300) {
	const timestamp = headers["webhook-timestamp"] ?? "";
	if (!/^\d+$/.test(timestamp) || Math.abs(Date.now() / 1000 - timestamp) > tolerance) return false;
	const key = secret.startsWith("whsec_") ? Buffer.from(secret.slice(6), "base64") : secret;
	const hmac = createHmac("sha256", key).update(`${headers["webhook-id"]}.${timestamp}.`).update(body);
	const expected = `v1,${hmac.digest("base64")}`;
	return (headers["webhook-signature"] ?? "").split(" ").some((given) => equal(expected, given));
}

/** The same check with the signature earlier receivers know. */
export function isGenuineWazion(headers, body, secret = SECRET) {
	const expected = createHmac("sha256", secret).update(body).digest("hex");
	return equal(expected, headers["x-wazion-signature"] ?? "");
}

function equal(expected, given) {
	const [one, other] = [Buffer.from(expected), Buffer.from(given)];
	return one.length === other.length && timingSafeEqual(one, other);
}
