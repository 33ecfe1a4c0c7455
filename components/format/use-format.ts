import { createContext, useContext } from "react";
import { createFormat, type Format } from "./locale";

/** The formatters of the interface's language; the entrypoint provides them. */
export const FormatContext = createContext<Format>(createFormat("en"));

export const useFormat = (): Format => useContext(FormatContext);
