import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventBody } from "@/lib/webhooks/event";
import { secretFrom, webhookHeaders } from "@/lib/webhooks/sign";

const root = join(import.meta.dirname, "../../..");
const snippets = join(root, "lib/webhooks/verify");
const drivers = join(root, "tests/fixtures/verify");

// Go builds a program from files of one folder only.
const goFolder = mkdtempSync(join(tmpdir(), "chatside-verify-"));
copyFileSync(join(snippets, "verify.go"), join(goFolder, "verify.go"));
copyFileSync(join(drivers, "run.go"), join(goFolder, "run.go"));
afterAll(() => rmSync(goFolder, { recursive: true, force: true }));

/** How each of the snippets shown to users is run, as it stands, by a driver that hands it real requests. */
const languages: Record<string, string[]> = {
	Python: ["python3", join(drivers, "run.py"), snippets],
	Node: [process.execPath, join(drivers, "run.mjs"), snippets],
	PHP: ["php", join(drivers, "run.php"), snippets],
	Go: ["go", "run", join(goFolder, "verify.go"), join(goFolder, "run.go")],
};

type Request = { headers: Record<string, string>; body: string; secret: string };

const standard = secretFrom(new Uint8Array(32).map((_, index) => index * 7));
const plain = "correct horse ñ 🔑";
const body = eventBody({ event: "test", happenedAt: Date.now(), data: { message: 'ñandú 🎁 \u2028 "' } });

async function signed(secret: string, now = Date.now()): Promise<Request> {
	const attempt = { id: "evt_1", event: "test", body, attempt: 1, now } as const;
	const headers = await webhookHeaders(attempt, [secret]);
	const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return { headers: Object.fromEntries(lower), body, secret };
}

const without = ({ headers, ...request }: Request, name: string): Request => ({
	...request,
	headers: Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name)),
});

/** A request, and whether each of the two signatures is to be found genuine. */
async function cases(): Promise<Record<string, [Request, boolean, boolean]>> {
	const genuine = await signed(plain);
	const changed = { ...genuine, body: genuine.body.replace("ñandú", "nandú") };
	const rotated = await webhookHeaders({ id: "evt_2", event: "test", body, attempt: 2, now: Date.now() }, [
		standard,
		plain,
	]);
	const lower = Object.fromEntries(
		Object.entries(rotated).map(([name, value]) => [name.toLowerCase(), value]),
	);
	return {
		"a genuine one": [genuine, true, true],
		"a genuine one with a whsec_ secret": [await signed(standard), true, true],
		"the older secret while both sign": [{ headers: lower, body, secret: plain }, true, false],
		"another body": [changed, false, false],
		"another secret": [{ ...genuine, secret: "another secret" }, false, false],
		"an old one": [await signed(plain, Date.now() - 600_000), false, true],
		"one from the future": [await signed(plain, Date.now() + 600_000), false, true],
		"another id": [{ ...genuine, headers: { ...genuine.headers, "webhook-id": "evt_9" } }, false, true],
		"no signature": [without(without(genuine, "webhook-signature"), "x-wazion-signature"), false, false],
		"no timestamp": [without(genuine, "webhook-timestamp"), false, true],
	};
}

describe.each(Object.entries(languages))(
	"the snippet for %s tells",
	(_language, [program = "", ...parameters]) => {
		let found: Record<string, [boolean, boolean]>;
		let expected: Record<string, [boolean, boolean]>;
		beforeAll(async () => {
			const all = Object.entries(await cases());
			const requests = all.map(([, [request]]) => ({
				...request,
				body: Buffer.from(request.body).toString("base64"),
			}));
			const output = execFileSync(program, parameters, { input: JSON.stringify(requests) });
			const results: [boolean, boolean][] = JSON.parse(output.toString());
			found = Object.fromEntries(all.map(([name], index) => [name, results[index] ?? [false, false]]));
			expected = Object.fromEntries(all.map(([name, [, genuine, wazion]]) => [name, [genuine, wazion]]));
		}, 120_000);

		it("genuine requests from others, by both signatures", () => {
			expect(found).toEqual(expected);
		});
	},
);

describe("the reference implementation of Standard Webhooks", () => {
	it.each([
		["whsec_", standard, undefined],
		["plain", plain, { format: "raw" as const }],
	])("accepts what a %s secret signs, and refuses a changed body", async (_kind, secret, options) => {
		const { headers } = await signed(secret);
		const reference = new Webhook(options ? new TextEncoder().encode(secret) : secret, options);
		expect(reference.verify(body, headers)).toEqual(JSON.parse(body));
		expect(() => reference.verify(`${body} `, headers)).toThrow("No matching signature");
	});
});
