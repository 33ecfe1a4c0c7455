/** Keywords of a JSON Schema that hold values: what is called as a keyword in there is none. */
export const holdsValues: ReadonlySet<string> = new Set(["const", "enum", "default", "examples"]);

/** Keywords that hold a schema by name: what is called as a keyword there is a field. */
export const holdsByName: ReadonlySet<string> = new Set([
	"properties",
	"patternProperties",
	"$defs",
	"definitions",
	"dependentSchemas",
	"dependencies",
]);
