/** Where Probot has GitHub send deliveries, unless told otherwise. */
export const WEBHOOKS = "/api/github/webhooks";
