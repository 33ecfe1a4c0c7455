import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { isGenuineWazion } from "../../lib/webhooks/verify/verify.mjs";

/** What became of checking one signature; `why` is a sentence without a full stop. */
export type SignatureCheck = { ok: true } | { ok: false; why: string };

/** Both signatures of a request (docs/contract.md, section 4). It counts as verified when both are right. */
export type Signatures = { wazion: SignatureCheck; standard: SignatureCheck };

export const isVerified = ({ wazion, standard }: Signatures): boolean => wazion.ok && standard.ok;

/** @param headers Names in lower case. @param body The raw bytes, before any parsing. */
export function checkSignatures(headers: Record<string, string>, body: Buffer, secret: string): Signatures {
	return {
		wazion: checkWazion(headers, body, secret),
		standard: checkStandard(headers, body, secret),
	};
}

/** By the code that Chatside's settings show for Node. */
function checkWazion(headers: Record<string, string>, body: Buffer, secret: string): SignatureCheck {
	if (!headers["x-wazion-signature"]) return { ok: false, why: "There is no X-WAzion-Signature" };
	if (isGenuineWazion(headers, body, secret)) return { ok: true };
	return { ok: false, why: "X-WAzion-Signature is of another secret or another body" };
}

/** By the reference library of Standard Webhooks, which knows nothing of Chatside. */
function checkStandard(headers: Record<string, string>, body: Buffer, secret: string): SignatureCheck {
	const webhook = secret.startsWith("whsec_")
		? new Webhook(secret)
		: new Webhook(Buffer.from(secret), { format: "raw" });
	try {
		webhook.verify(body, headers, { jsonParse: false });
		return { ok: true };
	} catch (error) {
		if (!(error instanceof WebhookVerificationError)) throw error;
		return { ok: false, why: reasons[error.message] ?? `webhook-signature: ${error.message}` };
	}
}

/** The library's messages, in words that say what to look at. */
const reasons: Record<string, string> = {
	"Missing required headers": "A header of webhook-id, webhook-timestamp, webhook-signature is missing",
	"Message timestamp too old": "webhook-timestamp is more than 5 minutes old",
	"Message timestamp too new": "webhook-timestamp is more than 5 minutes ahead",
	"No matching signature found": "webhook-signature is of another secret or another body",
};
