import type { CustomFunction } from "@/lib/functions/definition";
import { useTool, useToolQuery } from "./use-tool";

/** The custom functions as set, with credentials masked. */
export const useFunctions = () =>
	useToolQuery<{ custom_functions: CustomFunction[] }>("get_custom_functions");

export const useUpdateFunctions = () =>
	useTool<{ add_function?: unknown; remove_function?: string }>("update_custom_functions");
