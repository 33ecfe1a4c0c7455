import { describe, expect, it } from "vitest";
import { createToolWorld, endpoint, settingsWith } from "./tool-world";

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

async function failing() {
	const world = createToolWorld({ stored: settingsWith(endpoint) });
	const record = world.context().crmHealth;
	for (let time = 0; time < 5; time++) {
		const begun = await record.begin(endpoint, { force: false });
		if (begun.ok) begun.value({ ok: false, failure: { reason: "http-status", status: 503, excerpt: "" } });
		await settle();
	}
	return world;
}

describe("get_crm_health_status", () => {
	it("tells of an endpoint that was never called that it is active", async () => {
		const { data, text } = await createToolWorld({ stored: settingsWith(endpoint) }).call(
			"get_crm_health_status",
		);
		expect(text).toBe("sidePanel_CustomerInfo: active, 0 errors in a row");
		expect(data).toEqual({
			endpoints: [
				{
					type: "sidePanel_CustomerInfo",
					url: endpoint.url,
					status: "active",
					consecutive_errors: 0,
					last_success: null,
					last_error: null,
					p50_ms: null,
					p95_ms: null,
					retry_at: null,
					drift: [],
				},
			],
		});
	});

	it("tells when an endpoint is disabled, until when, and why", async () => {
		const { data } = await (await failing()).call("get_crm_health_status");
		expect(data).toMatchObject({
			endpoints: [
				{
					status: "disabled",
					consecutive_errors: 5,
					last_error: { reason: "http-status", message: "The endpoint answered HTTP 503." },
					retry_at: expect.stringMatching(/Z$/),
				},
			],
		});
	});

	it("tells what has changed in the answers, until that is accepted", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint) });
		const context = world.context();
		const { crmDrift } = context;
		for (let count = 0; count < 20; count++)
			crmDrift.note(endpoint, { customer: { email: "a@b.c", spent: "1" } });
		for (let count = 0; count < 3; count++) crmDrift.note(endpoint, { customer: { spent: 1 } });
		await settle();
		const { data, text } = await world.call("get_crm_health_status", {});
		const iso = expect.stringMatching(/^1970-01-01T00:00:00\.\d+Z$/);
		expect(data).toMatchObject({
			endpoints: [
				{
					drift: [
						{ path: "customer.email", change: "missing", was: ["text"], now: [], last_good: iso, since: iso },
						{
							path: "customer.spent",
							change: "kind",
							was: ["text"],
							now: ["number"],
							last_good: iso,
							since: iso,
						},
					],
				},
			],
		});
		expect(text).toContain('"customer.email" was in every answer and is missing since 1970');
		expect(text).toContain('"customer.spent" was always text and is number since 1970');
		await crmDrift.accept(endpoint, "customer.email");
		await crmDrift.accept(endpoint, "customer.spent");
		expect((await world.call("get_crm_health_status")).data).toMatchObject({ endpoints: [{ drift: [] }] });
		await crmDrift.reset();
		expect(
			await createToolWorld({ stored: settingsWith(endpoint) })
				.context()
				.crmDrift.of(endpoint),
		).toEqual([]);
	});

	it("says when there is no endpoint", async () => {
		expect(await createToolWorld().call("get_crm_health_status")).toMatchObject({
			text: "No CRM endpoint is set.",
			data: { endpoints: [] },
		});
	});
});

describe("a disabled endpoint", () => {
	const statusOf = async (world: Awaited<ReturnType<typeof failing>>) => {
		await settle();
		const { data } = await world.call("get_crm_health_status");
		return (data as { endpoints: { status: string }[] }).endpoints[0]?.status;
	};

	it("is enabled by reset_crm_errors for its type, and by none for another", async () => {
		const world = await failing();
		await world.call("reset_crm_errors", { type: "globalSearch" });
		expect(await statusOf(world)).toBe("disabled");
		await world.call("reset_crm_errors", { type: endpoint.type });
		expect(await statusOf(world)).toBe("active");
	});

	it("is enabled by reset_crm_errors for all", async () => {
		const world = await failing();
		await world.call("reset_crm_errors");
		expect(await statusOf(world)).toBe("active");
	});

	it("is enabled by a test that succeeds, and not by one that fails", async () => {
		const world = await failing();
		const { http } = world;
		world.http = async () => ({ ok: false, failure: { reason: "unreachable" } });
		await world.call("test_crm_endpoint", endpoint);
		expect(await statusOf(world)).toBe("disabled");
		world.http = http;
		await world.call("test_crm_endpoint", endpoint);
		expect(await statusOf(world)).toBe("active");
	});

	it("is not enabled by a type that does not exist", async () => {
		const world = await failing();
		expect(await world.call("reset_crm_errors", { type: "x" })).toMatchObject({
			code: -32602,
			paths: ["type"],
		});
	});
});
