import { toSearchText } from "../search-text";
import type { Random } from "./random";
import type { ProductRow, ProductVariantRow } from "./rows";

type Kind = { code: string; name: string; category: string; price: number; sizes?: readonly string[] };

const bedSizes = ["Single", "Double", "King"];
const clothesSizes = ["S", "M", "L", "XL"];
const shoeSizes = ["37", "38", "39", "40", "41", "42"];

const kinds: readonly Kind[] = [
	{ code: "TBL", name: "Linen tablecloth", category: "Table", price: 49.9 },
	{ code: "NAP", name: "Linen napkins, set of 4", category: "Table", price: 24.9 },
	{ code: "MUG", name: "Ceramic mug", category: "Table", price: 12.5 },
	{ code: "PLT", name: "Dinner plate", category: "Table", price: 14 },
	{ code: "BWL", name: "Serving bowl", category: "Table", price: 32 },
	{ code: "CRF", name: "Carafe with two glasses", category: "Table", price: 36 },
	{ code: "TWL", name: "Cotton towel", category: "Bath", price: 18.5 },
	{ code: "SOP", name: "Olive oil soap", category: "Bath", price: 6.5 },
	{ code: "ROB", name: "Waffle bathrobe", category: "Bath", price: 62, sizes: clothesSizes },
	{ code: "THR", name: "Wool throw", category: "Bedroom", price: 79 },
	{ code: "DUV", name: "Duvet cover", category: "Bedroom", price: 89, sizes: bedSizes },
	{ code: "CSH", name: "Cushion cover", category: "Living room", price: 22 },
	{ code: "CND", name: "Scented candle", category: "Living room", price: 21 },
	{ code: "LMP", name: "Table lamp", category: "Living room", price: 64 },
	{ code: "CLK", name: "Wall clock", category: "Living room", price: 48 },
	{ code: "ESP", name: "Espadrilles", category: "Clothing", price: 39, sizes: shoeSizes },
	{ code: "SND", name: "Leather sandals", category: "Clothing", price: 59, sizes: shoeSizes },
	{ code: "SHT", name: "Linen shirt", category: "Clothing", price: 54, sizes: clothesSizes },
	{ code: "DRS", name: "Summer dress", category: "Clothing", price: 69, sizes: clothesSizes },
	{ code: "HAT", name: "Straw hat", category: "Accessories", price: 29 },
	{ code: "TOT", name: "Canvas tote bag", category: "Accessories", price: 19 },
	{ code: "BLT", name: "Leather belt", category: "Accessories", price: 34 },
	{ code: "SCF", name: "Silk scarf", category: "Accessories", price: 45 },
	{ code: "BSK", name: "Picnic basket", category: "Outdoors", price: 58 },
];

const colours = [
	{ code: "NAT", name: "Natural" },
	{ code: "OLV", name: "Olive" },
	{ code: "TER", name: "Terracotta" },
	{ code: "ANI", name: "Añil" },
	{ code: "ROS", name: "Rosé" },
] as const;

/** 24 kinds in 5 colours: 120 products, priced in euros. Only the stock is drawn. */
export function buildCatalogue(random: Random): { products: ProductRow[]; variants: ProductVariantRow[] } {
	const products: ProductRow[] = [];
	const variants: ProductVariantRow[] = [];
	for (const kind of kinds) {
		for (const colour of colours) {
			const id = products.length + 1;
			const sku = `${kind.code}-${colour.code}`;
			const name = `${kind.name}, ${colour.name}`;
			const sized = (kind.sizes ?? []).map((size, position) => ({
				sku: `${sku}-${size.toUpperCase()}`,
				product_id: id,
				position,
				name: size,
				stock: drawStock(random),
			}));
			const stock = kind.sizes ? sized.reduce((sum, variant) => sum + variant.stock, 0) : drawStock(random);
			variants.push(...sized);
			products.push({
				id,
				sku,
				name,
				category: kind.category,
				price: kind.price,
				currency: "EUR",
				stock,
				search_text: toSearchText(`${name} ${sku} ${kind.category}`),
			});
		}
	}
	return { products, variants };
}

function drawStock(random: Random): number {
	return random.chance(0.12) ? 0 : random.between(1, 60);
}
