/** Version 3 (0.3.0) adds the assistant and its model. Frozen: imports nothing, and never changes again. */
export function migrate2To3(settings: Record<string, unknown>): Record<string, unknown> {
	return {
		...settings,
		version: 3,
		assistant: {
			provider: "none",
			preset: "",
			base_url: "",
			api_key: "",
			model: "",
			headers: {},
			streaming: true,
			functions: true,
			input_price: 0,
			output_price: 0,
			daily_token_limit: 0,
			daily_cost_limit: 0,
			tone: "",
			language: "",
			policies: "",
			messages: 30,
		},
	};
}
