import { describe, expect, it } from "vitest";
import { typedSecrets, withMasks, withSecrets } from "@/components/settings/functions/shown-secrets";
import { masked } from "@/lib/crm/auth-field";

const signingIn = (type: string, fields: object) => ({ name: "f", auth: { type, fields } });

describe("a function whose secrets are typed", () => {
	it("shows them masked in its JSON, and nothing else", () => {
		expect(withMasks(signingIn("header", { "X-Key": "s3cret", "X-Other": "", "X-Kept": masked }))).toEqual(
			signingIn("header", { "X-Key": masked, "X-Other": "", "X-Kept": masked }),
		);
		expect(withMasks(signingIn("basic", { username: "me", password: "s3cret" }))).toEqual(
			signingIn("basic", { username: "me", password: masked }),
		);
	});

	it("keeps them when the rest of the JSON is changed", () => {
		const fields = signingIn("query", { key: "s3cret" });
		const changed = { ...withMasks(fields), name: "g" };
		expect(withSecrets(changed, typedSecrets(fields))).toEqual({ ...fields, name: "g" });
	});

	it("takes what is typed over a mask, and leaves those of stored secrets", () => {
		const typed = typedSecrets(signingIn("header", { "X-Key": "s3cret", "X-Kept": masked }));
		expect(typed).toEqual({ "X-Key": "s3cret" });
		const changed = signingIn("header", { "X-Key": "another", "X-Kept": masked });
		expect(withSecrets(changed, typed)).toEqual(changed);
	});

	it.each([[{}], [{ auth: "none" }], [{ auth: { type: "header" } }], [{ auth: { fields: ["x"] } }]])(
		"is left as it is where there is nothing to mask: %j",
		(fields) => {
			expect(withMasks(fields)).toEqual(fields);
			expect(withSecrets(fields, { toString: "x" })).toEqual(fields);
		},
	);
});
