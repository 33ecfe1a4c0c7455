import { describe, expect, it } from "vitest";
import { call, failing, saying } from "./support/answers";
import { openBrowser, shop } from "./support/browser";
import { stdioClient } from "./support/client";
import { newHome } from "./support/home";
import { registrations } from "./support/program";
import { tools } from "./support/tools";
import { until } from "./support/until";

describe("the bridge", () => {
	it("says that it is not installed where it is not", async () => {
		const { client } = await stdioClient(newHome());
		expect(await client.callTool(call)).toMatchObject(failing("not installed"));
	});

	it("says that nothing was changed when the browser closes while a person was asked, until they agreed", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client } = await stdioClient(home);
		const told: unknown[] = [];
		const onprogress = (progress: unknown) => told.push(progress);
		const calls = [client.callTool(call, { onprogress }), client.callTool(call, { onprogress })];
		const [waits, runs] = [await browser.request(1), await browser.request(2)];
		for (const { id } of [waits, runs])
			browser.send({ type: "progress", id, progress: 1, message: "Waiting for approval.", waiting: true });
		browser.send({ type: "progress", id: runs.id, progress: 2, message: "Approved; it runs." });
		await until(() => told.length === 3);
		await browser.close();
		const [waited, ran] = await Promise.all(calls);
		expect(waited).toMatchObject(failing("Nothing was changed or sent"));
		expect(ran).toMatchObject(failing("may have been done"));
	});

	it("says that what was asked may have been done when the browser closes before the answer", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client } = await stdioClient(home);
		const called = client.callTool(call);
		await browser.request();
		await browser.close();
		expect(await called).toMatchObject(failing("may have been done"));
	});

	it.each([
		[2, "newer than this bridge", "Update the bridge"],
		[0, "older than this bridge", "Update Chatside"],
	])("says which side to update when the extension speaks version %i of the wire", async (wire, ...texts) => {
		const home = newHome();
		const browser = await openBrowser(home, { wire });
		const { client } = await stdioClient(home);
		for (const text of texts) expect(await client.callTool(call)).toMatchObject(failing(text));
		expect(browser.requests()).toEqual([]);
	});

	it("says to reload an extension that does not answer the host", async () => {
		const home = newHome();
		await openBrowser(home, { says: false });
		const { client } = await stdioClient(home);
		expect(await client.callTool(call)).toMatchObject(failing("Reload Chatside"));
	});

	it("waits for an extension that says hello a moment later", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { says: false });
		const { client } = await stdioClient(home);
		const called = client.callTool(call);
		browser.send({ type: "hello", wire: 1, version: "1.0.0", profile: shop });
		browser.answer(await browser.request(), saying("Here."));
		expect(await called).toMatchObject(saying("Here."));
	});

	it("names the browser profiles when there are several, and takes the one it is told to", async () => {
		const home = newHome();
		const answers = (name: string) => () => saying(name);
		await openBrowser(home, { answers: answers("shop") });
		await openBrowser(home, { profile: { id: "p-support", name: "Support" }, answers: answers("support") });
		await until(() => registrations(home).filter(({ profile }) => profile).length === 2);
		const { client } = await stdioClient(home);
		const result = await client.callTool(call);
		for (const text of ['"Shop" (p-shop)', '"Support" (p-support)', '"--profile", "NAME"'])
			expect(result).toMatchObject(failing(text));
		for (const named of ["support", "p-support"]) {
			const { client: told } = await stdioClient(home, { args: ["--profile", named] });
			expect(await told.callTool(call)).toMatchObject(saying("support"));
		}
		const { client: mistaken } = await stdioClient(home, { args: ["--profile", "Home"] });
		expect(await mistaken.callTool(call)).toMatchObject(failing('"Home" is not connected'));
	});

	it("does not change over to another profile by itself", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("shop") });
		const { client } = await stdioClient(home);
		expect(await client.callTool(call)).toMatchObject(saying("shop"));
		await browser.close();
		const other = await openBrowser(home, {
			profile: { id: "p-2", name: "Support" },
			answers: () => saying("no"),
		});
		await until(() => registrations(home).some(({ profile }) => profile));
		expect(await client.callTool(call)).toMatchObject(failing('"Shop" is not connected'));
		expect(other.requests()).toEqual([]);
	});

	it("serves several clients by one host, each with its own session", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("Done.") });
		const [one, two] = [await stdioClient(home, { name: "One" }), await stdioClient(home, { name: "Two" })];
		await Promise.all([one.client.callTool(call), two.client.callTool(call), one.client.callTool(call)]);
		const asked = new Set(browser.requests().map(({ client }) => `${client.name} ${client.session}`));
		expect(asked.size).toBe(2);
		expect(new Set(browser.requests().map(({ client }) => client.session)).size).toBe(2);
	});

	it("hands on what the extension lists without the tools' own meaning being touched", async () => {
		const home = newHome();
		const listed = [
			{ ...tools[0], annotations: { readOnlyHint: true }, _meta: { "chatside/kind": "query" } },
		];
		await openBrowser(home, { answers: () => ({ tools: listed }) });
		const { client } = await stdioClient(home);
		expect((await client.listTools()).tools).toEqual(listed);
	});

	it("answers with an error when the extension's answer is no result", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => "done" });
		const { client } = await stdioClient(home);
		await expect(client.callTool(call)).rejects.toMatchObject({ code: -32603 });
		await expect(client.listTools()).rejects.toThrow();
	});
});
