/** The code shown to users under *Verify the signature*; the inbox runs it as it stands. */
declare module "*/webhooks/verify/verify.mjs" {
	type Headers = Record<string, string | undefined>;

	export function isGenuineWazion(headers: Headers, body: Uint8Array, secret: string): boolean;
}
