import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isLocalHost, permissionPattern, readEndpointUrl } from "@/lib/crm/endpoint-url";

const localHosts = [
	"localhost",
	"crm.localhost",
	"crm.local",
	"crm.internal",
	"crm.lan",
	"crm.intranet",
	"crm.home.arpa",
	"intranet",
	"127.0.0.0",
	"127.255.255.255",
	"10.0.0.0",
	"10.255.255.255",
	"172.16.0.0",
	"172.31.255.255",
	"192.168.0.0",
	"192.168.255.255",
	"169.254.0.0",
	"169.254.255.255",
	"[::1]",
	"[fc00::]",
	"[fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
	"[fe80::]",
	"[febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
];
const publicHosts = [
	"crm.example.com",
	"local.example.com",
	"notlocal.com",
	"x.mylocal",
	"localhost.example.com",
	"126.255.255.255",
	"128.0.0.0",
	"9.255.255.255",
	"11.0.0.0",
	"172.15.255.255",
	"172.32.0.0",
	"192.167.255.255",
	"192.169.0.0",
	"169.253.255.255",
	"169.255.0.0",
	"8.8.8.8",
	"0.0.0.0",
	"[::]",
	"[::2]",
	"[fbff::1]",
	"[fe00::1]",
	"[fe7f:ffff::1]",
	"[fec0::1]",
	"[fc::1]",
	"[2001:db8::1]",
];

describe("plain http", () => {
	it.each(localHosts)("is accepted for %s", (host) => {
		expect(isLocalHost(host)).toBe(true);
		expect(readEndpointUrl(`http://${host}:8080/customer`)).toMatchObject({ ok: true });
	});

	it.each(publicHosts)("is refused for %s, where https is accepted", (host) => {
		expect(readEndpointUrl(`http://${host}/customer`)).toEqual({
			ok: false,
			failure: { reason: "insecure-url", host: new URL(`http://${host}`).hostname },
		});
		expect(readEndpointUrl(`https://${host}/customer`)).toMatchObject({ ok: true });
	});

	it("is refused for a public address in whatever form it is written", () => {
		for (const host of ["0x08.8.8.8", "134744072", "8.8.2056", "%38.8.8.8"])
			expect(readEndpointUrl(`http://${host}/`)).toMatchObject({
				failure: { reason: "insecure-url", host: "8.8.8.8" },
			});
		expect(readEndpointUrl("http://2130706433/")).toMatchObject({ ok: true });
	});

	it("is accepted for IPv4 addresses exactly inside the private ranges", () => {
		fc.assert(
			fc.property(fc.ipV4(), (address) => {
				const [a = 0, b = 0] = address.split(".").map(Number);
				const isPrivate =
					a === 10 ||
					a === 127 ||
					(a === 172 && b > 15 && b < 32) ||
					(a === 192 && b === 168) ||
					(a === 169 && b === 254);
				expect(isLocalHost(address)).toBe(isPrivate);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("readEndpointUrl", () => {
	it.each([
		["", "no-scheme"],
		["customer", "no-scheme"],
		["crm.example.com/customer", "no-scheme"],
		["crm.example.com:8080/customer", "no-scheme"],
		["crm.example.com:8080", "no-scheme"],
		["localhost:8080/customer", "no-scheme"],
		["//crm.example.com", "no-scheme"],
		["https://", "malformed"],
		["https://exa mple.com", "malformed"],
		["https://crm.example.com:99999/", "malformed"],
		["http://[::1/", "malformed"],
		["ftp://crm.example.com", "unsupported-scheme"],
		["javascript:alert(1)", "unsupported-scheme"],
		["file:///etc/passwd", "unsupported-scheme"],
		["ws://localhost", "unsupported-scheme"],
		["chrome-extension://abc/", "unsupported-scheme"],
	])("refuses %j: %s", (text, detail) => {
		expect(readEndpointUrl(text)).toEqual({
			ok: false,
			failure: { reason: "invalid-url", detail, url: text },
		});
	});

	it("refuses credentials in the address, and does not repeat them", () => {
		for (const userInfo of ["user:hunter22", "user", ":hunter22"])
			expect(readEndpointUrl(`https://${userInfo}@crm.example.com/c`)).toEqual({
				ok: false,
				failure: { reason: "invalid-url", detail: "credentials", url: "https://crm.example.com/c" },
			});
	});

	it("takes surrounding spaces and the fragment off", () => {
		const read = readEndpointUrl("  https://crm.example.com/c?a=1#top ");
		expect(read.ok && read.value.href).toBe("https://crm.example.com/c?a=1");
	});

	it("accepts nothing but https and local http, whatever the text", () => {
		const texts = fc.oneof(
			fc.string(),
			fc.webUrl({ validSchemes: ["http", "https", "ftp"] }),
			fc.webUrl().map((url) => url.replace("https:", "")),
		);
		fc.assert(
			fc.property(texts, (text) => {
				const read = readEndpointUrl(text);
				return (
					!read.ok ||
					read.value.protocol === "https:" ||
					(read.value.protocol === "http:" && isLocalHost(read.value.hostname))
				);
			}),
			{ numRuns: 60 },
		);
	});
});

it.each([
	["https://crm.example.com/customer?x=1", "https://crm.example.com/*"],
	["https://crm.example.com:443/", "https://crm.example.com/*"],
	["https://crm.example.com:8443/", "https://crm.example.com:8443/*"],
	["http://localhost:3000/c", "http://localhost:3000/*"],
])("asks permission for %s as %s", (url, pattern) => {
	expect(permissionPattern(new URL(url))).toBe(pattern);
});
