import { expect, it } from "vitest";
import { fieldChanges } from "@/components/settings/changes/field-changes";

const path = "crm_endpoints.globalSearch";
const auth = { type: "header", fields: { Authorization: "••••••" } };

it("are the fields that differ, come or go", () => {
	const before = { type: "globalSearch", url: "https://a.example", method: "GET", timeout_ms: 1_000 };
	const after = { type: "globalSearch", url: "https://b.example", method: "GET", cache_ttl_s: 5 };
	expect(fieldChanges({ path, before, after })).toEqual([
		{ field: "url", before: "https://a.example", after: "https://b.example" },
		{ field: "timeout_ms", before: 1_000, after: undefined },
		{ field: "cache_ttl_s", before: undefined, after: 5 },
	]);
});

it("tell another secret, although both sides look alike", () => {
	expect(fieldChanges({ path, before: { auth }, after: { auth }, secretChanged: true })).toEqual([
		{ field: "auth", before: auth, after: auth, secretChanged: true },
	]);
	expect(fieldChanges({ path, before: { auth }, after: { auth } })).toEqual([]);
});

it("are one field, by its last name, where an item has none", () => {
	expect(fieldChanges({ path: "webhook.enabled", before: false, after: true })).toEqual([
		{ field: "enabled", before: false, after: true },
	]);
	expect(fieldChanges({ path: "webhook.secret", before: "•", after: "•", secretChanged: true })).toEqual([
		{ field: "secret", before: "•", after: "•", secretChanged: true },
	]);
	expect(fieldChanges({ path: "selector_overrides.title", before: ["#a"], after: ["#b"] })).toEqual([
		{ field: "title", before: ["#a"], after: ["#b"] },
	]);
});
