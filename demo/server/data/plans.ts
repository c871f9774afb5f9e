/** Uses a month, documented. */
export const PLANS = { starter: 500, business: 2000, enterprise: 'unlimited' } as const;
export type Plan = keyof typeof PLANS;
export type Limit = number | 'unlimited';
