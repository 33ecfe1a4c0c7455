/** The tools that change or send something, in the contract's order (docs/contract.md, section 1). */
export const changingTools = [
	"configure_webhooks",
	"test_webhook",
	"update_custom_functions",
	"update_crm_endpoints",
	"test_crm_endpoint",
	"reset_crm_errors",
] as const;
