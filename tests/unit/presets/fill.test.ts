import { describe, expect, it } from "vitest";
import { presets } from "@/lib/crm/presets";
import { fillPreset, type PresetProblem } from "@/lib/crm/presets/fill";
import type { Preset } from "@/lib/crm/presets/preset";
import { shopify } from "@/lib/crm/presets/shopify";
import { woocommerce } from "@/lib/crm/presets/woocommerce";
import { zoho } from "@/lib/crm/presets/zoho";
import { values } from "./values";

function problems(preset: Preset, values: Record<string, string>): PresetProblem[] {
	const filled = fillPreset(preset, values);
	return filled.ok ? [] : filled.failure;
}

const urlOf = (preset: Preset, values: Record<string, string>) => {
	const filled = fillPreset(preset, values);
	return filled.ok ? filled.value[0]?.url : filled.failure;
};

describe("a preset", () => {
	it.each(presets)("of $name names each missing value", (preset) => {
		expect(problems(preset, {})).toEqual(preset.fields.map(({ key }) => ({ field: key, reason: "missing" })));
	});

	it.each(presets)("of $name has a value for every mark, and needs every value", (preset) => {
		const text = JSON.stringify(preset.endpoints);
		const marks = new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, key]) => key));
		expect([...marks].sort()).toEqual(preset.fields.map(({ key }) => key).sort());
	});

	it.each(presets)("of $name keeps secrets in the sign-in, where they are masked", (preset) => {
		const secrets = preset.fields.filter(({ secret }) => secret).map(({ key }) => `{{${key}}}`);
		const others = JSON.stringify(preset.endpoints.map((endpoint) => ({ ...endpoint, auth: undefined })));
		expect(secrets.filter((mark) => others.includes(mark))).toEqual([]);
	});

	it.each(presets)("of $name puts nothing into an expression that could end a text there", (preset) => {
		const free = preset.fields.filter(({ kind }) => kind === "text").map(({ key }) => `{{${key}}}`);
		const mappings = preset.endpoints.map(({ mapping }) => mapping).join();
		expect(free.filter((mark) => mappings.includes(mark))).toEqual([]);
	});

	it.each(presets)("of $name asks one server, for which access is asked", (preset) => {
		const filled = fillPreset(preset, values[preset.id] ?? {});
		const endpoints = filled.ok ? filled.value : [];
		expect(new Set(endpoints.map(({ url }) => new URL(url).origin)).size).toBe(1);
	});

	it("is named by its own id, and sets at least the customer and the search for one", () => {
		expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
		for (const { endpoints } of presets)
			expect(endpoints.map(({ type }) => type)).toEqual(
				expect.arrayContaining(["sidePanel_CustomerInfo", "sidePanel_CustomerFindToJoin"]),
			);
	});
});

describe("a subdomain", () => {
	it.each(["my-shop", " My-Shop ", "my-shop.myshopify.com", "https://my-shop.myshopify.com/"])(
		"may be written as %j",
		(shop) => {
			expect(urlOf(shopify, { shop, token: "x" })).toBe(
				"https://my-shop.myshopify.com/admin/api/2026-10/graphql.json",
			);
		},
	);

	it.each(["my-shop.myshopify.com/admin", "https://admin.shopify.com/store/my-shop"])(
		"may not have a path: %j",
		(shop) => {
			expect(problems(shopify, { shop, token: "x" })).toEqual([{ field: "shop", reason: "has-path" }]);
		},
	);

	it.each(["my shop", "shop.example.com", "-shop", "shop@evil", "my-shop:8080", "{phone}"])(
		"may not be anything but a name: %j",
		(shop) => {
			expect(problems(shopify, { shop, token: "x" })).toEqual([{ field: "shop", reason: "not-a-name" }]);
		},
	);
});

describe("an address", () => {
	const keys = { consumer_key: "ck_1", consumer_secret: "cs_1" };

	it("of a shop may have a path", () => {
		expect(urlOf(woocommerce, { ...keys, shop: "https://example.com/shop/" })).toBe(
			"https://example.com/shop/wp-json/wc/v3/orders",
		);
	});

	it.each([
		["shop.example.com", { reason: "invalid-address", failure: { reason: "invalid-url" } }],
		["http://shop.example.com", { reason: "invalid-address", failure: { reason: "insecure-url" } }],
		["https://me:secret@shop.example.com", { reason: "invalid-address" }],
		["https://shop.example.com/?p=1", { reason: "has-path" }],
		["https://shop.example.com/{phone}", { reason: "has-path" }],
	])("that is none is refused: %j", (shop, problem) => {
		const found = problems(woocommerce, { ...keys, shop });
		expect(found).toMatchObject([{ field: "shop", ...problem }]);
		expect(JSON.stringify(found)).not.toContain("secret@");
	});

	it("of a server may not have a path", () => {
		const values = { api: "https://www.zohoapis.eu/crm", app: "https://crm.zoho.eu", token: "x" };
		expect(problems(zoho, values)).toEqual([{ field: "api", reason: "has-path" }]);
	});
});

it("a number is digits, and a token what a header can carry", () => {
	const hubspot = presets.find(({ id }) => id === "hubspot") as Preset;
	expect(problems(hubspot, { hub: "12a", token: "pat\n1" })).toEqual([
		{ field: "token", reason: "unsendable" },
		{ field: "hub", reason: "not-a-number" },
	]);
});
