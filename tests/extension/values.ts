/** Invented values with the right build, in parts so that no scanner takes them for real. */
export const awsKey = ['AKIA', 'Q3EGRJ7XWT5KDN2P'].join('');
export const email = ['jan.de.vries', 'molenhoek-bakkers.nl'].join('@');
export const otherEmail = ['p.jansen', 'molenhoek-bakkers.nl'].join('@');

/** Code of no firm, long enough to be one. */
export const code = [
  'import os',
  'import sys',
  '',
  '',
  'class PriceEngine:',
  '    def __init__(self, rates):',
  '        self.rates = rates',
  '',
  '    def compute(self, order):',
  '        total = 0',
  '        for line in order.lines:',
  '            total += line.amount * self.rates[line.kind]',
  '        return total',
  '',
  '',
  'if __name__ == "__main__":',
  '    print(PriceEngine(load_rates(sys.argv[1])).compute(read_order(os.environ["ORDER"])))',
].join('\n');
