import { demoToken } from "./servers";

/**
 * The functions of the demo CRM, as `update_custom_functions` takes them (docs/contract.md, section 5). The phone is
 * the conversation's, whatever the model says: nobody is told of another's order.
 *
 * @param crmUrl `http://127.0.0.1:PORT`
 */
export function demoFunctions(crmUrl: string) {
	const auth = { type: "header", fields: { Authorization: `Bearer ${demoToken}` } };
	const orderId = { type: "string", description: "The order's name, such as CS-11465" };
	const fixed = { phone: { from: "conversation.phone" } };
	return [
		{
			name: "check_order_status",
			description: "How an order of the customer is: state, items, parcels on their way, notes.",
			parameters: {
				type: "object",
				properties: { order_id: orderId },
				required: ["order_id"],
				additionalProperties: false,
			},
			endpoint: `${crmUrl}/orders/status`,
			method: "GET",
			auth,
			fixed,
		},
		{
			name: "add_order_note",
			description: "Writes a wish of the customer on an order: another address, a cancellation, a return.",
			parameters: {
				type: "object",
				properties: {
					order_id: orderId,
					note: { type: "string", description: "What the customer wishes", maxLength: 1000 },
				},
				required: ["order_id", "note"],
				additionalProperties: false,
			},
			endpoint: `${crmUrl}/orders/{order_id}/note`,
			method: "POST",
			auth,
			fixed,
		},
	];
}
