import { expect, it } from "vitest";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { readEndpointUrl } from "@/lib/crm/endpoint-url";
import { namesInUrl } from "@/lib/crm/placeholders";
import { exampleUrl, placeholdersOfType } from "@/lib/crm/placeholders-of-type";

it.each(endpointTypes)(
	"the example address of %s could be one, and names only what it can be asked by",
	(type) => {
		for (const method of ["GET", "POST"] as const) {
			const url = exampleUrl(type, method);
			expect(readEndpointUrl(url).ok).toBe(true);
			expect(placeholdersOfType[type]).toEqual(expect.arrayContaining(namesInUrl(url)));
		}
	},
);

it("differs for every type", () => {
	expect(new Set(endpointTypes.map((type) => exampleUrl(type, "POST"))).size).toBe(endpointTypes.length);
});
