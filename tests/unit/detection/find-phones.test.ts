import { describe, expect, it } from "vitest";
import { findPhones } from "@/lib/detection/find-phones";

const phones = (text: string, ...regions: string[]) =>
	findPhones(text, { regions }).map(({ phone }) => phone);
const es = "+34612345678";
const es2 = "+34600111222";

describe("numbers with their country", () => {
	it.each([
		["+34612345678", es],
		["Mi número es +34 612 345 678, gracias", es],
		["+34 612 34 56 78", es],
		["+34.612.345.678", es],
		["+34-612-345-678", es],
		["+34 (612) 345-678", es],
		["(+34) 612 345 678", es],
		["[+34] 612345678", es],
		["+(34) 612 345 678", es],
		["+ 34 612 345 678", es],
		["0034 612 345 678", es],
		["0034612345678", es],
		["(0034) 612345678", es],
		["+1 (415) 555-2671", "+14155552671"],
		["+1-415-555-2671", "+14155552671"],
		["+44 (0)20 7946 0958", "+442079460958"],
		["+39 06 6982 1234", "+390669821234"],
		["+49 (0) 30 / 1234567", "+49301234567"],
		["+55 11 91234-5678", "+5511912345678"],
		["+54 9 11 2345-6789", "+5491123456789"],
		["+52 1 55 1234 5678", "+525512345678"],
		["+52 55 1234 5678", "+525512345678"],
		["*+34 612 345 678*", es],
		["“+34 612 345 678”", es],
		["Llámame:+34612345678.", es],
		["el nuevo+34612345678", es],
		["@+34 612 345 678 mira esto", es],
		["＋34 612 345 678", es],
		["call +34612345678!", es],
		["+34612345678?", es],
		["+34 612 345 678 10:30", es],
		["+34 612 345 678 50 €", es],
		["+34 612 345 678 2 cajas", es],
		["+34 612 345 678\n2 cajas", es],
		["+34\u00a0612\u202f345\u2009678", es],
		["\u202a+34 612 345 678\u202c", es],
		["+34\u200b612\u2060345\ufeff678", es],
		["+34 61\u200d2 345\u00ad 678", es],
		["+34\u2011612\u2013345\u2212678", es],
		["+34·612·345·678", es],
		["6️⃣1️⃣2️⃣ +3️⃣4️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", es],
		["رقمي +٣٤٦١٢٣٤٥٦٧٨", es],
		["شماره ۰۰۳۴ ۶۱۲ ۳۴۵ ۶۷۸", es],
		["+९१ ९८७६५ ४३२१०", "+919876543210"],
		["＋３４ ６１２ ３４５ ６７８", es],
		["+𝟛𝟜 𝟞𝟙𝟚 𝟛𝟜𝟝 𝟞𝟟𝟠", es],
		["我的电话是+8613812345678，谢谢", "+8613812345678"],
		["pedido de +34 612 345 678", es],
		["order +34612345678", es],
	])("finds %j", (text, phone) => {
		expect(phones(text)).toEqual([phone]);
	});
});

describe("numbers as dialled in the region", () => {
	it.each([
		["612345678", "ES", es],
		["612 345 678", "ES", es],
		["612 34 56 78", "34", es],
		["612.345.678", "+34", es],
		["612-345-678", "es", es],
		["34612345678", "ES", es],
		["34 612 345 678", "ES", es],
		["(91) 123 45 67", "ES", "+34911234567"],
		["tel 91.123.45.67", "ES", "+34911234567"],
		["Tel612345678", "ES", es],
		["tlf:612345678", "ES", es],
		["cel.612345678", "ES", es],
		["Hola.612345678", "ES", es],
		["(612345678)", "ES", es],
		["(llámame al 612345678)", "ES", es],
		["*612345678*", "ES", es],
		["_612345678_", "ES", es],
		["612345678,gracias", "ES", es],
		["612345678-Ana", "ES", es],
		["612345678 €?", "PT", null],
		["612345678 2", "ES", es],
		["612345678 2 cajas", "ES", es],
		["612 345 678 2 cajas", "ES", es],
		["612345678 150 €", "ES", es],
		["612345678 10h", "ES", es],
		["1. 612 345 678", "ES", es],
		["1) 612 345 678", "ES", es],
		["2 612345678", "ES", es],
		["612345678 12/03/2026 10:30", "ES", es],
		["12/03/2026 10:30 612345678", "ES", es],
		["te dejo mi nº 612345678", "ES", es],
		["mi número es el 612345678", "ES", es],
		["El pedido no llega, mi número es 612345678", "ES", es],
		["El pedido no ha llegado. 612345678", "ES", es],
		["Gracias por la compra. 612345678", "ES", es],
		["nº de teléfono: 612345678", "ES", es],
		["teléfono del pedido: 612345678", "ES", es],
		["pedido por whatsapp 612345678", "ES", es],
		["phone #612345678", "ES", null],
		["phone # 612345678", "ES", es],
		["llámame al 612345678", "ES", es],
		["a ver, 612345678", "ES", es],
		["No, 612345678", "ES", es],
		["liga para 11 91234-5678", "BR", "+5511912345678"],
		["(11) 91234-5678", "BR", "+5511912345678"],
		["11912345678", "BR", "+5511912345678"],
		["021 11 91234-5678", "BR", "+5511912345678"],
		["meu zap (11)91234-5678", "BR", "+5511912345678"],
		["55 1234 5678", "MX", "+525512345678"],
		["5215512345678", "MX", "+525512345678"],
		["300 123 4567", "CO", "+573001234567"],
		["300.123.4567", "CO", "+573001234567"],
		["11 2345-6789", "AR", "+541123456789"],
		["0341 - 4234567", "AR", "+543414234567"],
		["415-555-2671", "US", "+14155552671"],
		["(415) 555-2671", "1", "+14155552671"],
		["415.555.2671", "US", "+14155552671"],
		["1 415 555 2671", "US", "+14155552671"],
		["011 34 612 345 678", "US", es],
		["020 7946 0958", "GB", "+442079460958"],
		["06 12 34 56 78", "FR", "+33612345678"],
		["06.12.34.56.78", "FR", "+33612345678"],
		["06-12345678", "NL", "+31612345678"],
		["06.12345678", "NL", "+31612345678"],
		["020 / 1234567", "NL", "+31201234567"],
		["٠١٠٠ ١٢٣ ٤٥٦٧", "EG", "+201001234567"],
		["و٠١٠٠١٢٣٤٥٦٧", "EG", "+201001234567"],
		["电话13812345678谢谢", "CN", "+8613812345678"],
		["๐๘๑ ๒๓๔ ๕๖๗๘", "TH", "+66812345678"],
		["tel 20260312", "DK", "+4520260312"],
	])("%j in %s is %s", (text, region, phone) => {
		expect(phones(text, region)).toEqual(phone === null ? [] : [phone]);
	});

	it("takes the first region that has such a number", () => {
		expect(phones("612345678", "BR", "ES", "PT")).toEqual([es]);
		expect(phones("11 91234-5678", "ES", "BR")).toEqual(["+5511912345678"]);
	});

	it.each(["612345678", "tel 612345678", "(415) 555-2671", "llámame al 612 34 56 78", "11 91234-5678"])(
		"does not guess the country of %j",
		(text) => {
			expect(phones(text)).toEqual([]);
			expect(phones(text, "", "XX", "Spain", "0", "+")).toEqual([]);
		},
	);
});

describe("several numbers in one message", () => {
	it.each([
		["612345678 600111222", [es, es2]],
		["612345678,600111222", [es, es2]],
		["612345678/600111222", [es, es2]],
		["612 345 678 / 600 111 222", [es, es2]],
		["612 345 678 - 600 111 222", [es, es2]],
		["612 345 678 600 111 222", [es, es2]],
		["612345678 y 600111222", [es, es2]],
		["612345678\n600111222", [es, es2]],
		["+34612345678+34600111222", [es, es2]],
		["612 345 678 (+34 600 111 222)", [es, es2]],
		["(612) 345 678 (600) 111 222", [es, es2]],
		["Ana: 612345678; Luis: 0034 600 111 222; Ana otra vez: +34 612 34 56 78", [es, es2]],
		["1. 612 345 678\n2. 600 111 222", [es, es2]],
		["tel 612345678, wa.me/34600111222", [es, es2]],
		["pedido 600123456, tel 612345678", [es]],
		["B12345678 612345678", [es]],
	])("finds all of %j", (text, expected) => {
		expect(phones(text, "ES")).toEqual(expected);
	});
});

describe("links", () => {
	it.each([
		["tel:+34612345678", es],
		["tel:+34-612-345-678", es],
		['<a href="tel:612345678">', es],
		["tel:612-345-678;phone-context=+34", es],
		["https://wa.me/34612345678", es],
		["wa.me/34612345678", es],
		["wa.me/+34612345678", es],
		["https://wa.me/%2B34612345678?text=Hola%20612345679", es],
		["https://wa.me/34612345678?text=Hola, pedido 5", es],
		["(https://wa.me/34612345678).", es],
		["https://wa.me/5215512345678", "+525512345678"],
		["https://api.whatsapp.com/send?phone=34612345678", es],
		["https://api.whatsapp.com/send/?phone=%2B34612345678&text&type=phone_number", es],
		["https://api.whatsapp.com/send?text=hola&phone=34612345678", es],
		["https://web.whatsapp.com/send?phone=%2B34%20612%20345678", es],
		["whatsapp://send?phone=34612345678", es],
	])("finds the number of %j", (text, phone) => {
		expect(findPhones(text, { regions: ["ES"] })).toEqual([expect.objectContaining({ phone, how: "link" })]);
	});

	it.each([
		"https://wa.me/message/ABCDEFG1234567",
		"https://wa.me/612",
		"https://wa.me/qr/612345678XYZ",
		"https://api.whatsapp.com/send?phone=00000000000",
		"https://wa.me/99999999999999",
		"https://fakewa.me/34612345678",
		"https://wa.me.example.com/34612345678",
	])("finds nothing in %j", (text) => {
		expect(phones(text, "ES")).toEqual([]);
	});

	it("reads a broken tel link as text", () => {
		expect(findPhones("tel:+34 612 345 678")).toEqual([
			expect.objectContaining({ phone: es, how: "international", offset: 4, length: 15 }),
		]);
	});
});

describe("where and how a number is written", () => {
	it.each([
		["llama al 612 345 678 ya", "612 345 678", "national"],
		["llama al +34 612 345 678 ya", "+34 612 345 678", "international"],
		["ten: +5 5-1-1912 345678", "+5 5-1-1912 345678", "international"],
		["ten: +5 5.119.123-4 5678", "+5 5.119.123-4 5678", "international"],
		["ten: +3 46.123 45.678", "+3 46.123 45.678", "international"],
		["ten: +34.61234 5.678", "+34.61234 5.678", "international"],
		["al 0034612345678.", "0034612345678", "international"],
		["al (91) 123 45 67)", "(91) 123 45 67", "national"],
		["(612345678)", "612345678", "national"],
		["((+34) 612345678)", "(+34) 612345678", "international"],
		["😀 \u202a+34 612\u00a0345 678\u202c 😀", "+34 612\u00a0345 678", "international"],
		["😀 𝟞𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠 😀", "𝟞𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠", "national"],
		["ver wa.me/34612345678?text=a b", "wa.me/34612345678?text=a", "link"],
		["(tel:+34-612-345-678).", "tel:+34-612-345-678", "link"],
	])("in %j it is %j, %s", (text, written, how) => {
		const [found] = findPhones(text, { regions: ["ES"] });
		expect(found && text.slice(found.offset, found.offset + found.length)).toBe(written);
		expect(found?.how).toBe(how);
	});

	it.each([
		["911234567 ext. 12", "12"],
		["911234567 ext 12", "12"],
		["911234567, extensión 12", "12"],
		["911234567 (ext. 12)", "12"],
		["911234567x12", "12"],
		["911234567;ext=12", "12"],
		["tel:+34911234567;ext=12", "12"],
		["911234567 ramal 123", "123"],
		["911234567 int. 7", "7"],
		["911234567 extra 12", undefined],
		["911234567 ext", undefined],
		["911234567", undefined],
	])("the extension of %j is %s", (text, extension) => {
		const [found] = findPhones(text, { regions: ["ES"] });
		expect(found?.phone).toBe("+34911234567");
		expect(found?.extension).toBe(extension);
	});

	it("names a number once, where it is first written", () => {
		const found = findPhones("612345678, +34 612 345 678, wa.me/34612345678", { regions: ["ES"] });
		expect(found).toEqual([{ phone: es, offset: 0, length: 9, how: "national" }]);
	});

	it("never finds the user's own numbers", () => {
		const text = "Soy Ana de la tienda, 612345678 o wa.me/34612345678, y el 600111222";
		expect(findPhones(text, { regions: ["ES"], ownPhones: [es] }).map(({ phone }) => phone)).toEqual([es2]);
	});
});

describe("the longest message there can be", () => {
	const filledWith = (piece: string) => piece.repeat(Math.floor(65_536 / piece.length));

	// Each is what one of the steps has most to do with.
	it.each([
		["1", 0],
		["+1 ", 0],
		["1-", 0],
		["(1)", 0],
		["1.1.1.1 ", 0],
		["612-345-678-", 1],
		["€1 ", 0],
		["pedido nº 1 ", 0],
		["4111 1111 1111 1111 ", 0],
		["1\u200e", 0],
		["https://wa.me/34612345678 ", 1],
		["tel:+34612345678 ", 1],
		["+34612345678 ", 1],
	])("is read to its end, filled with %j", (piece, phones) => {
		expect(findPhones(filledWith(piece), { regions: ["ES", "MX", "US"] })).toHaveLength(phones);
	});
});
