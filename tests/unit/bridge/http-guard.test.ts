import { describe, expect, it } from "vitest";
import { refuse } from "../../../bridge/src/server/http-guard";

const token = "t".repeat(43);
const good = { host: "127.0.0.1:41741", authorization: `Bearer ${token}` };
const status = (headers: object, url = "/mcp") => refuse(url, { ...good, ...headers }, 41741, token)?.status;

describe("refuse", () => {
	it("lets in who has the token and calls this computer by one of its own names", () => {
		for (const host of ["127.0.0.1:41741", "[::1]:41741", "localhost:41741", "LOCALHOST:41741"])
			expect(status({ host })).toBeUndefined();
		expect(status({ authorization: `bearer  ${token} ` })).toBeUndefined();
		expect(status({}, "/mcp?x=1")).toBeUndefined();
	});

	it.each([
		undefined,
		"",
		"evil.example",
		"evil.example:41741",
		"127.0.0.1",
		"127.0.0.1:80",
		"127.0.0.1.evil.example:41741",
		"localhost.:41741",
		"192.168.1.5:41741",
		"0.0.0.0:41741",
		"::1:41741",
	])("refuses the host %j, whatever the token", (host) => {
		expect(status({ host })).toBe(403);
	});

	it.each([
		"null",
		"",
		"https://web.whatsapp.com",
		"http://127.0.0.1:41741",
		"http://localhost:41741",
		"chrome-extension://x",
	])("refuses a page of origin %j, whatever the token", (origin) => {
		expect(status({ origin })).toBe(403);
	});

	it.each([
		undefined,
		"",
		token,
		"Bearer",
		"Bearer ",
		`Basic ${token}`,
		`Bearer ${token}x`,
		`Bearer ${token.slice(1)}`,
		`Bearer ${token} ${token}`,
		`Bearer x, Bearer ${token}`,
	])("refuses the authorization %j", (authorization) => {
		expect(status({ authorization })).toBe(401);
	});

	it("tells no stranger which paths there are", () => {
		expect(status({}, "/")).toBe(404);
		expect(status({}, "/mcp/")).toBe(404);
		expect(status({ authorization: "" }, "/")).toBe(401);
		expect(refuse(undefined, good, 41741, token)?.status).toBe(404);
	});
});
