import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { curlCommand } from "@/lib/crm/curl";

/** What a shell would hand to curl. */
function argumentsIn(command: string): string[] {
	const { stdout, status } = spawnSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }\n${command}`], {
		encoding: "utf8",
	});
	expect(status).toBe(0);
	return stdout.split("\0").slice(0, -1);
}

it("is a request as curl takes it", () => {
	const url = "https://crm.example/customers?phone=%2B34";
	expect(curlCommand({ url, method: "GET", headers: {} })).toBe(`curl '${url}'`);
	expect(curlCommand({ url, method: "POST", headers: { "X-Key": "••••••" }, body: "{}" })).toBe(
		`curl -X POST '${url}' \\\n  -H 'X-Key: ••••••' \\\n  --data-raw '{}'`,
	);
});

// The command is for a POSIX shell, which Windows has none of.
describe.runIf(process.platform !== "win32")("words of others in a command that is copied", () => {
	it("run nothing in the shell it is pasted into", () => {
		const url = "https://crm.example/in";
		for (const body of [
			"'; touch /tmp/owned; '",
			"$(id) `id` $HOME \\",
			"'\n\nid\n'",
			"@/etc/passwd",
			"'\\''; id #",
			"!! \\'; id",
		])
			expect(argumentsIn(curlCommand({ url, method: "POST", headers: { "X-A": body }, body }))).toEqual([
				"-X",
				"POST",
				url,
				"-H",
				`X-A: ${body}`,
				"--data-raw",
				body,
			]);
	});

	it("stay what they are, whatever they are", () => {
		const words = fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "").toWellFormed());
		fc.assert(
			fc.property(words, (body) => {
				const command = curlCommand({ url: "https://a.example", method: "POST", headers: {}, body });
				expect(argumentsIn(command).at(-1)).toBe(body);
			}),
			{ numRuns: 50 },
		);
	});
});
