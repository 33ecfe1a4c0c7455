import { afterAll, beforeAll } from "vitest";
import { createCrm } from "../../../demo/crm/crm";
import { openEmbeddedDatabase } from "../../../demo/crm/embedded-database";
import { baseUrl, type CrmUnderTest, now, token } from "./client";
import { testCustomerInfo } from "./customer-info";
import { testEveryEndpoint } from "./every-endpoint";
import { testFunctions } from "./functions";
import { testPages } from "./pages";
import { testParameters } from "./parameters";
import { testSearches } from "./searches";
import { testSeed } from "./seed";
import { testStart } from "./start";

// One test file, because each test file is a process of its own and would start and fill a database of its own.
const world = {} as CrmUnderTest;

beforeAll(async () => {
	world.database = await openEmbeddedDatabase();
	world.crm = await createCrm({ database: world.database, token, baseUrl: `${baseUrl}/`, now });
}, 60_000);

afterAll(async () => {
	await world.crm?.close();
	await world.database?.close();
});

testEveryEndpoint(world);
testCustomerInfo(world);
testSearches(world);
testFunctions(world);
testParameters(world);
testPages(world);
testSeed(world);
testStart(world);
