import { describe, expect, it } from "vitest";
import { callTarget } from "@/lib/bridge/call-target";

const endpoint = { type: "search_Products", url: "https://shop.example.com/find", method: "GET" };

describe("what a call is about", () => {
	it.each([
		["update_crm_endpoints", { add_crm_endpoint: endpoint }, "search_Products"],
		["update_crm_endpoints", { remove_crm_endpoint: "globalSearch" }, "globalSearch"],
		["test_crm_endpoint", endpoint, "search_Products"],
		["reset_crm_errors", { type: "globalSearch" }, "globalSearch"],
		["update_custom_functions", { add_function: { name: "one" } }, "one"],
		["update_custom_functions", { add_function: '{"name":"one"}' }, "one"],
		[
			"update_custom_functions",
			{ add_function: [{ type: "function", function: { name: "two" } }, { name: "one" }] },
			"two, one",
		],
		["update_custom_functions", { remove_function: "old", add_function: { name: "new" } }, "old, new"],
		["configure_webhooks", { webhook_url: "https://x.example", confirm: true }, "webhook_url"],
		["test_webhook", { webhook_url: "https://x.example/with?token=secret" }, "https://x.example"],
	])("is told of %s", (name, given, target) => {
		expect(callTarget({ name, arguments: given })).toBe(target);
	});

	it.each([
		["get_webhook_config", {}],
		["reset_crm_errors", undefined],
		["update_crm_endpoints", { add_crm_endpoint: "search_Products", remove_crm_endpoint: 7 }],
		["update_custom_functions", { add_function: "{ half" }],
		["update_custom_functions", { add_function: { name: { name: "x" } } }],
		["test_webhook", { webhook_url: "no address" }],
		["a tool there is none of", { type: "x" }],
	])("is not told of %s %j", (name, given) => {
		expect(callTarget({ name, ...(given && { arguments: given }) })).toBeUndefined();
	});

	it("is one line, and not a long one", () => {
		const target = callTarget({
			name: "reset_crm_errors",
			arguments: { type: `a\n\u202eb${"x".repeat(500)}` },
		});
		expect(target).toMatch(/^a bx+…$/);
		expect(target).toHaveLength(100);
	});
});
