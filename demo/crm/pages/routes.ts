import type { Hono } from "hono";
import type { Database } from "../database";
import { loadCustomers } from "../queries/customers";
import { loadOrderStatus } from "../queries/order-status";
import { loadOrder } from "../queries/orders";
import { loadProduct } from "../queries/products";
import { customerPage } from "./customer-page";
import { orderPage } from "./order-page";
import { productImage } from "./product-image";
import { productPage } from "./product-page";

/**
 * The pages that links in answers lead to. A CRM of your own has a login in front of them; here everything is made
 * up, and a browser's link cannot carry the token.
 */
export function addPages(app: Hono, database: Database, baseUrl: string): void {
	app.get("/customers/:id{[0-9]{1,9}}", async (context) => {
		const [customer] = await loadCustomers(database, baseUrl, [Number(context.req.param("id"))]);
		return customer ? context.html(customerPage(customer)) : context.notFound();
	});

	app.get("/orders/:name", async (context) => {
		const found = await loadOrder(database, baseUrl, context.req.param("name"));
		if (!found) return context.notFound();
		const status = await loadOrderStatus(database, { orderId: found.order.name });
		const customerUrl = `${baseUrl}/customers/${found.customerId}`;
		return context.html(orderPage(found.order, customerUrl, found.customerName, status?.notes ?? []));
	});

	app.get("/products/:sku", async (context) => {
		const product = await loadProduct(database, baseUrl, context.req.param("sku"));
		return product ? context.html(productPage(product)) : context.notFound();
	});

	app.get("/images/:file{[A-Z]{3}-[A-Z]{3}\\.svg}", (context) => {
		const image = productImage(context.req.param("file").slice(0, -".svg".length));
		return image ? context.body(image, 200, { "Content-Type": "image/svg+xml" }) : context.notFound();
	});
}
