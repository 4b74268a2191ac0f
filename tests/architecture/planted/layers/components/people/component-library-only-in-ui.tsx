import { buttonVariants } from '@heroui/styles';
export const Save = buttonVariants;
