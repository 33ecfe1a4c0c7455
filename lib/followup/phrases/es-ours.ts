import type { Phrases } from "./kind";

/** What we write ourselves in Spanish. */
export const spanishOurs: Phrases = {
	"quote-sent": [
		"(precio|total|costo|coste|valor|sale|salen|cuesta|cuestan|queda|quedaria|quedarian|vale|valen|desde|desde los|es de) [es|de|son|es de|en|a|seria|unos|desde|solo] [¤|s|usd] #",
		"(le|te|les|os|adjunto|aqui|ahi) [adjunto|envio|paso|mando|va|dejo|esta|tienes|tiene|adjuntamos|enviamos] [el|la|nuestra|su|tu|nuestro] (presupuesto|cotizacion|propuesta|proforma|lista de precios|tarifa|tarifas|precios|catalogo)",
		"(presupuesto|cotizacion|propuesta) (adjunto|adjunta|en pdf|es de|queda)",
		"# (euros|pesos|dolares|soles|usd|mxn|cop|bs|pesos mexicanos|lucas|mil|cada uno|c|cada una|por persona|al mes|por noche|mensual|mensuales|la hora|por hora|los dos|las dos|con envio|mas iva|iva|con todo|en total|la noche|el par|la unidad|por unidad|el metro|guaranies)",
		"# (cuotas|pagos|meses) [de|sin] ~",
	],
	"payment-link-sent": [
		"<payment-link>",
		"(link|enlace|liga) (de|del|para) [el] (pago|pagar)",
		"(paga|pagas|puedes pagar|puede pagar|pagar|abonar|transferir|transfiere|deposita|depositar) (aqui|en este|en el|a este|a la|por aqui|a esta|al) ~ (link|enlace|cuenta|cbu|alias|liga|bizum|numero)",
		"(paga|pague|pagar) aqui",
		"(datos|cuenta) (para|de|bancarios|bancaria) [la|el|hacer] (transferencia|pago|deposito|transferir|clabe)",
		"(cbu|alias|clabe|iban|bizum|nequi|yape) ~",
	],
	"offer-sent": [
		"(te|le|les|se|lo|la|quieres que|os) [lo|la|los|las] (reservo|aparto|guardo|apunto|agendo|separo|preparo|anoto|reservamos|apartamos|envio|mando|agendamos|enviamos)",
		"(quieres|quiere|quieren|gustas|gusta|te gustaria|le gustaria|desea|deseas|querias|querrias) ~",
		"(te|le|les) (interesa|gusta|parece|animas|sirve)",
		"(cuantos|cuantas|cual|que talla|que color) (quieres|necesitas|te gusta|le gusta|gustas|necesita|prefieres)",
		"(quedo|quedamos) (atento|atenta|a la espera|pendiente|atentos)",
	],
	"sold-out": [
		"(agotado|agotada|agotados|agotadas|sin stock|sin existencias|se acabo|se agoto|se agotaron|se acabaron|no queda|no quedan|no hay|ya no hay|no tenemos|no me queda|no nos queda)",
		"(solo|solamente) [me|nos] (queda|quedan|tengo|tenemos|en) ~",
		"(hasta|vuelve|vuelven|llega|llegan|reponemos|entra) (en|el|a|la|hasta) (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|proximo mes|proxima semana|mes)",
	],
	"delivery-cost-sent": [
		"(envio|flete|domicilio|delivery) [es|sale|cuesta|esta|de|tiene un costo de|son|queda|a|seria] [en|de] [¤] #",
	],
	"order-confirmed": [
		"(recibi|recibimos|hemos recibido|recibido|llego|recibida|acreditado|ingreso) [el|la|tu|su] (pago|transferencia|deposito|pedido|sena|comprobante)",
		"(pago|pedido|transferencia|reserva|orden|compra|cita|turno) (recibido|recibida|confirmado|confirmada|acreditado|agendada|agendado|en camino|despachado|enviado)",
		"gracias por (tu|su|la|el|vuestra|vuestro) (compra|pedido|pago|preferencia|reserva)",
		"(te|le|les|os) (llega|llegara|enviamos|despachamos) [tu|su|el|la] [pedido|compra|manana|paquete] ~ (manana|jueves|lunes|martes|miercoles|viernes|sabado|pedido|hoy|paquete|semana)",
		"(sale|enviamos|mandamos|despachamos|va en camino|salio) [tu|su|el|manana|ya] (pedido|paquete|compra)",
		"(quedas|queda|quedaste|quedo) (agendado|agendada|reservado|reservada|inscrito|inscrita|confirmado|confirmada|anotado|anotada|apuntado|apuntada)",
		"(numero|codigo) de (seguimiento|guia|rastreo)",
	],
	"anything-else": ["(algo|alguna cosa) mas", "(necesita|necesitas|quiere|quieres) (bolsa|algo)"],
};
