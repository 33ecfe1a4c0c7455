import { describe, expect, it, vi } from "vitest";
import { failureText } from "@/components/customer/failure-text";
import { readableName } from "@/components/customer/readable-name";
import { stateTone } from "@/components/customer/state-tone";
import { messageKey } from "@/components/format/message-key";
import type { CrmFailure } from "@/lib/crm/failure";

vi.mock("#i18n", () => ({
	i18n: { t: (key: string, substitutions: unknown[] = []) => [key, ...substitutions].join(" ") },
}));

it.each([
	["loyaltyPoints", "Loyalty points"],
	["loyalty_points", "Loyalty points"],
	["loyalty-points", "Loyalty points"],
	["year2Date", "Year2 date"],
	["últimaCompra", "Última compra"],
	["VIP", "VIP"],
	["customerID", "Customer ID"],
	["VATNumber", "VAT number"],
	["_private_", "Private"],
	["already Fine", "Already Fine"],
	["", ""],
])("reads the name %j as %j", (name, readable) => {
	expect(readableName(name)).toBe(readable);
});

it.each([
	["paid", "good"],
	["PAGADO", "good"],
	["entregue", "good"],
	["unpaid", "warn"],
	["pending", "warn"],
	["partially refunded", "bad"],
	["cancelled", "bad"],
	["Devuelto", "bad"],
	["inactive", "warn"],
	["Undelivered", "warn"],
	["no pagado", "warn"],
	["não entregue", "warn"],
	["vip", "accent"],
	["shipped", "accent"],
	["in transit", "accent"],
	["", "neutral"],
	["something else", "neutral"],
])("shows the state %j as %s", (state, tone) => {
	expect(stateTone(state)).toBe(tone);
});

it.each([
	["works", "works"],
	["not-applicable", "not_applicable"],
	["a-b-c", "a_b_c"],
])("makes a part of a key of %j", (code, key) => {
	expect(messageKey(code)).toBe(key);
});

describe("failureText", () => {
	it.each([
		[
			{ reason: "invalid-url", detail: "no-scheme", url: "x" },
			"failures.invalidUrl.title",
			"failures.invalidUrl.no_scheme",
		],
		[
			{ reason: "insecure-url", host: "x.example" },
			"failures.insecureUrl.title",
			"failures.insecureUrl.text x.example",
		],
		[
			{ reason: "permission-missing", origin: "https://x.example:81/*" },
			"failures.permission.title",
			"failures.permission.text x.example:81",
		],
		[
			{ reason: "unreachable", host: "x.example" },
			"failures.unreachable.title",
			"failures.unreachable.text x.example",
		],
		[{ reason: "timeout", afterMs: 15_000 }, "failures.timeout.title", "failures.timeout.text 15"],
		[{ reason: "redirected" }, "failures.redirected.title", "failures.redirected.text"],
		[
			{ reason: "http-status", status: 401, excerpt: "" },
			"failures.status.401title",
			"failures.status.401text",
		],
		[
			{ reason: "http-status", status: 403, excerpt: "" },
			"failures.status.403title",
			"failures.status.403text",
		],
		[
			{ reason: "http-status", status: 404, excerpt: "" },
			"failures.status.404title",
			"failures.status.404text",
		],
		[
			{ reason: "http-status", status: 418, excerpt: "" },
			"failures.status.title 418",
			"failures.status.text",
		],
		[
			{ reason: "http-status", status: 500, excerpt: "" },
			"failures.status.title 500",
			"failures.status.500text",
		],
		[
			{ reason: "http-status", status: 599, excerpt: "" },
			"failures.status.title 599",
			"failures.status.500text",
		],
		[
			{ reason: "too-large", limitBytes: 5 * 1024 * 1024 },
			"failures.tooLarge.title",
			"failures.tooLarge.text 5",
		],
		[{ reason: "not-json", contentType: "", excerpt: "" }, "failures.notJson.title", "failures.notJson.text"],
		[{ reason: "truncated-json", excerpt: "" }, "failures.truncated.title", "failures.truncated.text"],
		[
			{ reason: "unreadable-answer", detail: "not-an-object", excerpt: "" },
			"failures.unreadable.title",
			"failures.unreadable.notAnObject",
		],
		[
			{ reason: "unreadable-answer", detail: "found-missing", excerpt: "" },
			"failures.unreadable.title",
			"failures.unreadable.foundMissing",
		],
		[
			{ reason: "unreadable-answer", detail: "customers-missing", excerpt: "" },
			"failures.unreadable.title",
			"failures.unreadable.customersMissing",
		],
		[{ reason: "cancelled" }, "failures.cancelled.title", "failures.cancelled.text"],
	] as [CrmFailure, string, string][])("tells %j in the user's language", (failure, title, text) => {
		expect(failureText(failure)).toEqual({ title, text });
	});
});
