import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { startCrm } from "../../../demo/crm/start";
import { type CrmUnderTest, headers, now, token } from "./client";

export function testStart(world: CrmUnderTest): void {
	describe("startCrm", () => {
		it("serves on loopback with its own address in the links, and frees the port when closed", async () => {
			const running = await startCrm({ port: 0, database: world.database, token, now });
			expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
			const response = await fetch(`${running.url}/customer-info?phone=${cast.marco.phone}`, { headers });
			const { customer } = (await response.json()) as { customer: { shopUrl: string } };
			expect(customer.shopUrl).toBe(`${running.url}/customers/1002`);
			expect((await fetch(customer.shopUrl)).status).toBe(200);
			await running.close();
			await expect(fetch(running.url)).rejects.toThrow();
		});

		it("rejects when the port is taken", async () => {
			const running = await startCrm({ port: 0, database: world.database, token, now });
			const port = Number(new URL(running.url).port);
			await expect(startCrm({ port, database: world.database, token, now })).rejects.toThrow("EADDRINUSE");
			await running.close();
		});

		it("rejects when the database cannot be reached", async () => {
			const databaseUrl = "postgres://nobody@127.0.0.1:1/none";
			await expect(startCrm({ port: 0, databaseUrl, token, now })).rejects.toThrow("ECONNREFUSED");
		});
	});
}
