import type { Plan } from './plans.js';

export interface FreshKey {
  key: string;
  active?: boolean;
  allowedDomains?: string[];
  allowedNiches?: string[];
  customColors?: { id: string; name: string; hex: string }[];
  brand?: string;
  customLogoUrl?: string;
}

export interface FreshAccount {
  id: string;
  provider: 'pixcraft' | 'picsart';
  name: string;
  email: string;
  plan?: Plan;
  credits?: number;
  keys: FreshKey[];
}

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="96"><rect width="320" height="96" rx="14" fill="#7b3f61"/>' +
  '<g fill="#fff"><circle cx="52" cy="48" r="24"/><rect x="96" y="34" width="190" height="10"/><rect x="96" y="54" width="130" height="10"/></g></svg>';

/** What is there before anybody did anything, and again after a reset. */
export const FRESH_DATA: FreshAccount[] = [
  {
    id: 'demo',
    provider: 'pixcraft',
    name: 'Demo shop',
    email: 'owner@demo.example',
    plan: 'business',
    keys: [{ key: 'px_live_demo' }, { key: 'px_live_demo2' }, { key: 'px_live_inactive', active: false }],
  },
  {
    id: 'starter',
    provider: 'pixcraft',
    name: 'Small shop',
    email: 'owner@starter.example',
    plan: 'starter',
    keys: [{ key: 'px_live_starter' }],
  },
  {
    id: 'shop',
    provider: 'pixcraft',
    name: 'Wool and Thread',
    email: 'owner@shop.example',
    plan: 'business',
    keys: [
      {
        key: 'px_live_shop',
        allowedDomains: ['shop.example', 'http://localhost:5173'],
        allowedNiches: ['crossstitch', 'rugs'],
        customColors: [
          { id: 'W1', name: 'Raw wool', hex: '#f3ead7' },
          { id: 'W2', name: 'Oat', hex: '#cbb491' },
          { id: 'W3', name: 'Walnut', hex: '#6b4a2f' },
          { id: 'W4', name: 'Peat', hex: '#2a211c' },
          { id: 'W5', name: 'Madder', hex: '#a8322d' },
          { id: 'W6', name: 'Indigo', hex: '#28406f' },
          { id: 'W7', name: 'Weld', hex: '#d8b13a' },
          { id: 'W8', name: 'Moss', hex: '#5f7040' },
        ],
        brand: 'Wool and Thread',
        customLogoUrl: `data:image/svg+xml,${encodeURIComponent(logo)}`,
      },
    ],
  },
  {
    id: 'enterprise',
    provider: 'pixcraft',
    name: 'Big maker',
    email: 'owner@enterprise.example',
    plan: 'enterprise',
    keys: [{ key: 'px_live_enterprise', brand: 'Big maker' }],
  },
  {
    id: 'picsart',
    provider: 'picsart',
    name: 'Picsart trial',
    email: 'owner@picsart.example',
    credits: 200, // what a trial starts with, documented
    keys: [{ key: 'picsart_demo' }],
  },
];
