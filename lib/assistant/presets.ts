/** A kind of model server, and what is to be known of it. The names of hints are those of texts. */
export type ModelPreset = {
	id: string;
	name: string;
	base_url: string;
	/** Whether it answers nobody without a key; where keys are made. */
	keys?: string;
	/** How it is set up. */
	docs: string;
	/** What has to be done there before it can be used from here. */
	hint?: "ollama" | "lm-studio" | "llama-cpp" | "vllm";
};

/**
 * Servers that speak OpenAI's Chat Completions, by their own documentation. Ollama answers 403 to an origin it was not told
 * of, and a browser extension is one (`OLLAMA_ORIGINS`); the others take every origin, or look at none.
 */
export const modelPresets: readonly ModelPreset[] = [
	{
		id: "openai",
		name: "OpenAI",
		base_url: "https://api.openai.com/v1",
		keys: "https://platform.openai.com/api-keys",
		docs: "https://platform.openai.com/docs/models",
	},
	{
		id: "openrouter",
		name: "OpenRouter",
		base_url: "https://openrouter.ai/api/v1",
		keys: "https://openrouter.ai/keys",
		docs: "https://openrouter.ai/docs/quickstart",
	},
	{
		id: "groq",
		name: "Groq",
		base_url: "https://api.groq.com/openai/v1",
		keys: "https://console.groq.com/keys",
		docs: "https://console.groq.com/docs/openai",
	},
	{
		id: "ollama",
		name: "Ollama",
		base_url: "http://localhost:11434/v1",
		docs: "https://docs.ollama.com/faq",
		hint: "ollama",
	},
	{
		id: "lm-studio",
		name: "LM Studio",
		base_url: "http://localhost:1234/v1",
		docs: "https://lmstudio.ai/docs/developer/openai-compat",
		hint: "lm-studio",
	},
	{
		id: "llama-cpp",
		name: "llama.cpp",
		base_url: "http://localhost:8080/v1",
		docs: "https://github.com/ggml-org/llama.cpp/tree/master/tools/server",
		hint: "llama-cpp",
	},
	{
		id: "vllm",
		name: "vLLM",
		base_url: "http://localhost:8000/v1",
		docs: "https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html",
		hint: "vllm",
	},
];
