type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element with attributes and children. `undefined` and `false` leave an attribute out; strings among the
 * children become text, so nothing a contact writes is ever markup.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Attributes = {},
	...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	setAttributes(element, attributes);
	element.append(...children.filter((child) => child !== null));
	return element;
}

/** Text with its line breaks as `br`, the way the page draws them. */
export function withBreaks(text: string): (Node | string)[] {
	return text
		.split("\n")
		.flatMap((line, index) => (index === 0 ? [line] : [document.createElement("br"), line]));
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing of `size` units a side made of stroked paths. */
export function drawing(size: number, paths: readonly string[], attributes: Attributes = {}): SVGSVGElement {
	const svg = document.createElementNS(SVG, "svg");
	setAttributes(svg, { viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true", ...attributes });
	for (const d of paths) {
		const path = document.createElementNS(SVG, "path");
		path.setAttribute("d", d);
		svg.append(path);
	}
	return svg;
}

function setAttributes(element: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		element.setAttribute(name, value === true ? "" : value);
	}
}
