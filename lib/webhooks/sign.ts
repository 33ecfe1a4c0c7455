import { hexOf } from "@/lib/core/hash";
import type { EventName } from "./event";

// Two schemes at once: X-WAzion-Signature, which receivers know from before, and Standard Webhooks 1.0.0
// (https://www.standardwebhooks.com). Both are HMAC-SHA256 (RFC 2104); only what is signed and how it is written differs.

const prefix = "whsec_";

/** Fewer bits could be found by trying. Standard Webhooks asks for 24 bytes at least. */
const fewestCharacters = 8;
const mostCharacters = 256;

export type SecretProblem = "too-short" | "too-long" | "spaces" | "control-characters" | "not-base64";

/** Why a text cannot be a secret; null when it can. A `whsec_` secret must be base64 behind that. */
export function secretProblem(secret: string): SecretProblem | null {
	if (secret !== secret.trim()) return "spaces";
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
	if (/[\u0000-\u001f\u007f]/.test(secret)) return "control-characters";
	if (secret.length < fewestCharacters) return "too-short";
	if (secret.length > mostCharacters) return "too-long";
	return secret.startsWith(prefix) && !decodeBase64(secret.slice(prefix.length)) ? "not-base64" : null;
}

export const secretProblemSentence: Record<SecretProblem, string> = {
	"too-short": `A secret has at least ${fewestCharacters} characters.`,
	"too-long": `A secret has at most ${mostCharacters} characters.`,
	spaces: "The secret begins or ends with a space.",
	"control-characters": "The secret holds a character that cannot be typed.",
	"not-base64": `Behind "${prefix}" a secret is base64; this one is not.`,
};

/** A new secret from 32 random bytes, in the form of Standard Webhooks. */
export const secretFrom = (bytes: Uint8Array): string => prefix + encodeBase64(bytes);

export type Attempt = {
	/** The event's id, the same in every attempt. */
	id: string;
	event: EventName;
	/** The request's body as it is sent. */
	body: string;
	/** From 1. */
	attempt: number;
	/** When this attempt is made, ms since the epoch. */
	now: number;
};

/**
 * The headers of one attempt (docs/contract.md, section 4). Without a secret nothing is signed. Of several secrets, all
 * sign `webhook-signature`, so that a receiver can change over; the first, which is the newest, signs X-WAzion-Signature.
 */
export async function webhookHeaders(
	{ id, event, body, attempt, now }: Attempt,
	secrets: readonly string[],
): Promise<Record<string, string>> {
	const timestamp = String(Math.floor(now / 1000));
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		"X-Webhook-Event": event,
		"X-Webhook-Attempt": String(attempt),
		"webhook-id": id,
		"webhook-timestamp": timestamp,
	};
	const [newest] = secrets;
	if (newest === undefined) return headers;
	const [ofBody, ...signatures] = await Promise.all([
		hmac(bodyKey(newest), body),
		...secrets.map((secret) => hmac(standardKey(secret), `${id}.${timestamp}.${body}`)),
	]);
	return {
		...headers,
		"X-WAzion-Signature": hexOf(ofBody),
		"webhook-signature": signatures.map((signature) => `v1,${encodeBase64(signature)}`).join(" "),
	};
}

/** The key of X-WAzion-Signature: the secret's text. */
const bodyKey = (secret: string) => importedKey(`text ${secret}`, () => utf8(secret));

/** The key of Standard Webhooks: what is base64 behind `whsec_`, or the text itself. */
const standardKey = (secret: string) =>
	importedKey(
		`standard ${secret}`,
		() => (secret.startsWith(prefix) && decodeBase64(secret.slice(prefix.length))) || utf8(secret),
	);

/** A queue that drains signs thousands of times with the same one or two. */
const importedKeys = new Map<string, Promise<CryptoKey>>();
const mostImportedKeys = 8;

function importedKey(name: string, bytes: () => Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	const known = importedKeys.get(name);
	if (known) return known;
	if (importedKeys.size >= mostImportedKeys) importedKeys.clear();
	const hmacSha256 = { name: "HMAC", hash: "SHA-256" };
	const imported = crypto.subtle.importKey("raw", bytes(), hmacSha256, false, ["sign"]);
	importedKeys.set(name, imported);
	return imported;
}

async function hmac(key: Promise<CryptoKey>, text: string): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.sign("HMAC", await key, utf8(text)));
}

const encoder = new TextEncoder();
const utf8 = (text: string) => encoder.encode(text);

const encodeBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** Null for what is no base64, and for nothing at all. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
	try {
		const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
		return bytes.length > 0 ? bytes : null;
	} catch {
		return null;
	}
}
