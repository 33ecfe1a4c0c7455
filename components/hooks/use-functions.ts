import type { CustomFunction } from "@/lib/functions/definition";
import { callTool, useTool, useToolQuery } from "./use-tool";

/** The custom functions as set, with credentials masked. */
export const useFunctions = () =>
	useToolQuery<{ custom_functions: CustomFunction[] }>("get_custom_functions");

export const useUpdateFunctions = () =>
	useTool<{ add_function?: unknown; remove_function?: string }>("update_custom_functions");

/** The custom functions the assistant may use, as they are set at this moment. */
export async function readEnabledFunctions(): Promise<CustomFunction[]> {
	const { isError, data } = await callTool<{ custom_functions: CustomFunction[] }>("get_custom_functions");
	return isError || !data ? [] : data.custom_functions.filter(({ enabled }) => enabled);
}
