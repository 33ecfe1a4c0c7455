import type { Conversation } from "./conversation";

/** The newest part; the months before it come from lucia-history.ts. */
export const lucia: Conversation = {
	script: `
@ -6 17:41
< Hola Marta! Qué tal?
< Estoy montando la casa nueva y quería mirar *mantelerías de lino*
> Hola Lucía, qué alegría leerte 😊
> Enhorabuena por la casa! Para cuántas personas es la mesa?
< Seis, ocho cuando vienen mis padres
< Mide 2,20 x 1 m
@ -6 17:52
> Entonces te va perfecto el mantel de lino de 250 x 150. Lo tenemos en *Natural*, *Oliva* y *Terracota*
> [image cushion]
< Uy el terracota me encanta
< {Entonces te va perfecto el mantel de lino de 250 x 150} Y ese cuánto sale?
> 49,90 € el mantel, y el juego de 4 servilletas 24,90 €
@ -5 09:14
< Buenos días! Lo he consultado con la almohada 😄
< Me llevo el mantel terracota y dos juegos de servilletas⏎Y la lámpara de mesa si queda alguna
> Buenos días! Queda una lámpara en Natural, te la aparto
> Lo mandamos a la dirección de siempre?
& No, ya a la casa nueva: Calle del Olivar 14, 3º B, 28012 Madrid
> Anotado. Te preparo el pedido y te paso el enlace de pago
@ -5 09:31
> Ya lo tienes: son 163,70 €, envío gratis
< Pagado! Gracias
> Recibido, sale mañana a primera hora
@ -3 13:02
< [image parcel]
< Ha llegado todo menos la lámpara, viene aparte?
> Sí, va en otra caja porque es frágil. Llega entre mañana y el viernes
< Perfecto, sin prisa
@ -1 19:20
< Ya tengo la lámpara, es preciosa
< [voice 14]
> Me alegro muchísimo! Si me mandas una foto la subo a la web 😊
@ 0 10:36
< Buenos días Marta
< Una cosa: una de las servilletas tiene un hilo suelto
< [image cushion] Es esta, se ve en la esquina
> Buenos días Lucía, vaya, lo siento
> {Es esta, se ve en la esquina} Te mando una nueva hoy mismo, no hace falta que devuelvas nada
< De verdad? Qué maravilla de atención
< Por cierto, por dónde va mi pedido CS-11465?
@ 0 11:48
< Y ya que estoy: tenéis el mantel también en *Añil*? Es para mi hermana
`,
	nextLines: [
		"Le digo que te escriba directamente, su número es +34 677 88 99 00",
		"Por cierto, cuándo llegaría si lo pide hoy?",
		"Genial, muchas gracias Marta!",
		"Ah, y puedo pagar las dos cosas juntas?",
		"Y podéis cambiar la dirección del pedido? Calle del Olivar 14, 28012 Madrid",
	],
	unread: 0,
};
