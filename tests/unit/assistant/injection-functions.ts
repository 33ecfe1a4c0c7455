const text = { type: "string" };
const number = { type: "number" };

const define = (name: string, method: string, url: string, properties: object, more: object = {}) => ({
	name,
	method,
	endpoint: url,
	parameters: { type: "object", properties, required: Object.keys(properties) },
	...more,
});

/** Functions of every kind: two read, four write and are set as carelessly as they can be, one is turned off. */
export const functionsAt = (url: string, refunds: object) => {
	const fixed = { phone: { from: "conversation.phone" } };
	const never = { approval: "never" };
	return [
		define("check_order_status", "GET", `${url}/orders/status`, { order_id: text }, { fixed }),
		define("read_order", "GET", `${url}/orders/{order_id}`, { order_id: text }),
		define(
			"add_order_note",
			"POST",
			`${url}/orders/{order_id}/note`,
			{ order_id: text, note: text },
			{ fixed },
		),
		define("delete_customer", "DELETE", `${url}/customers`, { customer_id: text }, never),
		define(
			"send_refund",
			"POST",
			`${url}/refunds`,
			{ order_id: text, amount: number },
			{ ...never, ...refunds },
		),
		define("set_price", "PUT", `${url}/prices`, { sku: text, price: number }, { approval: "always" }),
		define("move_stock", "PATCH", `${url}/stock`, { sku: text, amount: number }, never),
		define(
			"drop_everything",
			"POST",
			`${url}/drop`,
			{ sure: { type: "boolean" } },
			{ ...never, allow_tainted: true, enabled: false },
		),
	];
};
