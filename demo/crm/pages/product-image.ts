const colours: Readonly<Record<string, string>> = {
	NAT: "#d9c7a3",
	OLV: "#7d8450",
	TER: "#b5613f",
	ANI: "#33507e",
	ROS: "#c98793",
};

/** A product "photo": a swatch in the colour its SKU names (`MUG-OLV`), with the kind's code on it. Null for others. */
export function productImage(sku: string): string | null {
	const [, kind, colour = ""] = /^([A-Z]{3})-([A-Z]{3})$/.exec(sku) ?? [];
	const fill = colours[colour];
	if (!kind || !fill) return null;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
	<rect width="64" height="64" fill="${fill}"/>
	<circle cx="32" cy="32" r="22" fill="#fff" fill-opacity=".85"/>
	<text x="32" y="37" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#333">${kind}</text>
</svg>`;
}
