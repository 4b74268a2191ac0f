import { ada } from '@/tests/support/people';
export const someone = ada;
